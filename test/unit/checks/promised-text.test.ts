import { expect, it } from "vitest";
import { promisedText } from "../../../server/src/checks/documents/promised-text.ts";
import { inLanguage } from "../../../server/src/diagnostics/language.ts";
import { readCommitments } from "../../../server/src/documents/commitments/commitments.ts";

it.each([
  ["Quý II năm 2025 đạt 70% hồ sơ.", "quý 2/2025: đạt 70%", "Q2 2025: reach 70%"],
  ["Trước ngày 31/12/2024 đạt 70% hồ sơ.", "31/12/2024: đạt 70%", "31 December 2024: reach 70%"],
  ["Từ năm 2027 trở đi đạt 70% hồ sơ.", "từ 2027 trở đi: đạt 70%", "from 2027 on: reach 70%"],
  ["Đến năm 2025 và duy trì đến năm 2030, 100% hồ sơ.", "2025–2030: đạt 100%", "2025–2030: reach 100%"],
])("%s", (sentence, vietnamese, english) => {
  const [commitment] = readCommitments(sentence, ["II. MỤC TIÊU"]).commitments;
  const text = promisedText(commitment!);
  expect([inLanguage(text, "vi"), inLanguage(text, "en")]).toEqual([vietnamese, english]);
});
