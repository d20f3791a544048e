import { expect, it } from "vitest";
import { createTestService } from "../../support/test-service.ts";

function messages(lines: string, language: "en" | "vi" = "en"): readonly string[] {
  const source = `# x = 5\nreport 2025 "R" {\n${lines}\n}\n# x = 5\n`;
  const { service } = createTestService({ "r.bdg": source }, { language });
  return service
    .problemsOf("r.bdg")
    .filter(({ code }) => code === "commented-value")
    .map(({ message }) => message);
}

it.each([
  ["  # lanh_dao_nu = 11 trên 20", "11 trên 20 của “lanh_dao_nu”"],
  ["  # lanh_dao_nu =52,5%  # năm trước 50%", "52,5% của “lanh_dao_nu”"],
  ["  # bai_viet 3/2025   = 2", "2 của “bai_viet 3/2025”"],
  ['  #k.x 2025-Q1 đối với nu = 1_000 người "Báo cáo số 5"', "1_000 người của “k.x 2025-Q1 đối với nu”"],
  ["  # x = 86/78", "86/78 của “x”"],
])("a value behind a # that stayed is told: %s", (line, what) => {
  expect(messages(line, "vi")).toEqual([
    `Dòng này bắt đầu bằng # nên chỉ là chú thích: ${what} chưa được tính. Hãy bỏ dấu #.`,
  ]);
});

it.each([
  "  # lanh_dao_nu =",
  "  # lanh_dao_nu =  # 60%",
  "  # Cơ quan có lãnh đạo là nữ; 2025 đạt 60%; 2024: 55% (11/20)",
  "  # tổng cộng = 20",
  "  # x = 20 theo số liệu sơ bộ",
  "  # check: x = 20",
  "  x = 21  # y = 20",
  "  # x = 20\n  x  = 21",
])("and nothing of %s", (line) => {
  expect(messages(line)).toEqual([]);
});

it("nor of what stands in no report", () => {
  const { service } = createTestService({ "a.bdg": 'indicator x "X" {\n  unit percent\n  # x = 5\n}\n' });
  expect(service.problemsOf("a.bdg").map(({ code }) => code)).not.toContain("commented-value");
});
