/** Every file of the samples: in a browser an extension's folder can't be listed. A test holds it to what is there. */
export const sampleFiles: readonly string[] = [
  "README.md",
  "binh-dinh/bao-cao-2022.bdg",
  "binh-dinh/bao-cao-2023.bdg",
  "binh-dinh/bao-cao-2024.bdg",
  "binh-dinh/ke-hoach-snv-2022.txt",
  "binh-dinh/ke-hoach-snv.bdg",
  "national/chien-luoc-2021-2030.txt",
  "national/chien-luoc-quoc-gia.bdg",
];
