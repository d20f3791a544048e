/** Small letters without diacritics, for searching: `Đơn vị` is `don vi`. */
export function plainLetters(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/gu, "d").toLowerCase();
}
