const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A text's UTF-8 in base64 (RFC 4648), without anything of the platform. */
export function toBase64(text: string): string {
  // Percent-encoding is the one way to UTF-8 that the language itself has; a lone surrogate would make it throw.
  const utf8 = encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  let encoded = "";
  for (let i = 0; i < utf8.length; i += 3) {
    const [a, b, c] = [utf8.charCodeAt(i), utf8.charCodeAt(i + 1), utf8.charCodeAt(i + 2)] as const;
    const bits = (a << 16) | ((b || 0) << 8) | (c || 0);
    encoded += letters[bits >> 18]! + letters[(bits >> 12) & 63]!;
    encoded += Number.isNaN(b) ? "=" : letters[(bits >> 6) & 63]!;
    encoded += Number.isNaN(c) ? "=" : letters[bits & 63]!;
  }
  return encoded;
}
