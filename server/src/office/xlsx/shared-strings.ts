import { readPlainXml } from "../xml.ts";

/** The texts that cells share, by their number. Phonetic readings are no part of a text. */
export function readSharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = "";
  let isText = false;
  let phonetic = 0;
  readPlainXml(bytes, {
    open({ name }) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic += 1;
      else if (name === "t") isText = phonetic === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === "t") isText = false;
      else if (name === "rPh") phonetic -= 1;
      else if (name === "si") strings.push(text);
    },
  });
  return strings;
}
