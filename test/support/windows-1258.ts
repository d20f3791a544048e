/** The signs of the code page, from 0x80 on, as Microsoft's own table has them; what it leaves open is a control. */
const high =
  "€\u0081‚ƒ„…†‡ˆ‰\u008a‹Œ\u008d\u008e\u008f\u0090‘’“”•–—˜™\u009a›œ\u009d\u009eŸ" +
  "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿" +
  "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ßàáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ";

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/;

/** Old Vietnamese office software's bytes of a text: each letter by itself, and then its tone where it has no letter of its own. */
export function windows1258(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text.normalize("NFC")) {
    const whole = byteOf(letter);
    if (whole !== undefined) {
      bytes.push(whole);
      continue;
    }
    const parts = letter.normalize("NFD");
    const tone = toneMarks.exec(parts)?.[0] ?? "";
    for (const part of parts.replace(tone, "").normalize("NFC") + tone) {
      const byte = byteOf(part);
      if (byte === undefined) throw new Error(`“${part}” of “${letter}” is not in windows-1258.`);
      bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}

function byteOf(letter: string): number | undefined {
  if (letter <= "\u007f") return letter.charCodeAt(0);
  const at = high.indexOf(letter);
  return at < 0 ? undefined : 0x80 + at;
}
