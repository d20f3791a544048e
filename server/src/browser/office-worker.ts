import { maxOfficeMilliseconds } from "../limits.ts";
import { type OfficeKind, type OfficeReading, readOfficeBytes } from "../office/read-office-file.ts";

/** The name of a worker that reads one office file; the same script in a worker of another name is the server. */
export const officeWorkerName = "bdg-office";

interface Question {
  readonly bytes: Uint8Array;
  readonly kind: OfficeKind;
}

/** What a web worker has and the language's own library of types has not. */
interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string };
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(message: OfficeReading): void;
}

declare const self: WorkerScope;
declare const Worker: new (
  url: string,
  options: { readonly name: string },
) => {
  onmessage: ((event: { readonly data: OfficeReading }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: Question): void;
  terminate(): void;
};

const tooComplex: OfficeReading = { kind: "failure", failure: "too-complex" };

export function isOfficeWorker(): boolean {
  return self.name === officeWorkerName;
}

/** Reads the one file that this worker is for. */
export function serveOfficeFile(): void {
  self.onmessage = ({ data: { bytes, kind } }) => self.postMessage(readOrGiveUp(bytes, kind));
}

function readOrGiveUp(bytes: Uint8Array, kind: OfficeKind): OfficeReading {
  try {
    return readOfficeBytes(bytes, kind);
  } catch {
    return tooComplex;
  }
}

/** Gives office files, one after the other, to workers of their own, each of which is ended after ten seconds. */
export function createOfficeReader(): (bytes: Uint8Array, kind: OfficeKind) => Promise<OfficeReading> {
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, kind) => {
    const reading = last.then(() => readInWorker(bytes, kind));
    last = reading;
    return reading;
  };
}

function readInWorker(bytes: Uint8Array, kind: OfficeKind): Promise<OfficeReading> {
  return new Promise((resolve) => {
    let worker: InstanceType<typeof Worker> | undefined;
    const end = (reading: OfficeReading) => {
      clearTimeout(timer);
      worker?.terminate();
      resolve(reading);
    };
    const timer = setTimeout(end, maxOfficeMilliseconds, tooComplex);
    try {
      worker = new Worker(self.location.href, { name: officeWorkerName });
      worker.onmessage = ({ data }) => end(data);
      worker.onerror = () => end(tooComplex);
      worker.postMessage({ bytes, kind });
    } catch {
      // A browser that lets no worker have a worker.
      end(tooComplex);
    }
  });
}
