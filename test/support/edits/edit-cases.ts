/** A small program in which nearly everything depends on something else: where a stale answer would hide. */
export const startingFiles: Readonly<Record<string, string>> = {
  "plan.bdg": `plan p "Kế hoạch" {
  issued 2021
  period 2021..2025
  document "plan.txt"
  implements up.higher
  aside I.1 "việc của nơi khác"
}
use "units.bdg"
use "higher.bdg" as up

body so "Sở" in phong
body phong "Phòng"

dimension sex "Giới" { female "Nữ"  male "Nam" }

indicator a "A" {
  clause II.1 "đạt 60%"
  unit percent
  baseline 2021 = 45%
  target 2025 reach 60%
  target 2022..2023 for female >= 40%
  lead so
  implements up.a
}
indicator b "B" {
  unit million
  target every year >= 1
  measured 2022 = 2 billion "báo cáo"
}
indicator c "C" {
  unit ratio
  formula = b / b2
  target 2024 >= 1
  # bdg-ignore target-missed: đã giải trình
  target 2023 >= 1000
}
indicator b2 "B2" { unit million; measured 2023 = 5 }
task t "T" {
  clause II.2
  due every year
  done 2022 "xong"
  serves a, b
  lead phong
}
`,
  "units.bdg": `unit million "triệu" { aggregate sum }
unit billion "tỷ" { scale 1000 million }
unit office "phòng" { whole; range 0..10 }
`,
  "higher.bdg": `plan higher "Cấp trên" { period 2021..2030; year ends 14/12 }
indicator a "Cấp trên A" {
  unit percent
  target 2025 reach 65%
}
body so "Sở cấp trên"
`,
  "tables.bdg": `use "plan.bdg"
data "kq.csv" { indicator "Mã"; category "Giới"; value "Kết quả" }
use "units.bdg"
data "rong.csv"
`,
  "reports/2022.bdg": `use "../plan.bdg"
report 2022 "Báo cáo 2022" {
  a = 11 of 20
  a for female = 45%
  b 2022-Q1 = 1
  nothing = 3
}
`,
  "reports/2023.bdg": `use "../plan.bdg" as k
report 2023 "Báo cáo 2023" {
  k.a = 50%
  k.b = 7 k.office
}
`,
};

export const startingDocuments: Readonly<Record<string, string>> = {
  "plan.txt":
    "KẾ HOẠCH\n\nI. MỤC ĐÍCH\n1. Nâng cao.\nII. CHỈ TIÊU\n1. Đến năm 2025 đạt 60%.\n2. Hằng năm báo cáo.\n3. Đến năm 2023 đạt 40% và đến năm 2025 đạt 70%.\n4. Hằng năm, ít nhất 02 hoạt động.\nIII. KHÁC\n1. Đến năm 2024 đạt 35%.\n",
};

/** Their rows stand in no order that the declarations have, and most values of the first are of the future. */
export const startingTables: Readonly<Record<string, string>> = {
  "kq.csv": `Mã;Kỳ;Giới;Kết quả;Nguồn
b2;2027;;6;BC 3
a;2028;;70%;
b;2027;;5;BC 1
a;2022;Nữ;44%;
b;2028;;?;
b2;2028;;7;
a;2027;Nữ;41%;
b;2024;;0,5;BC 2
x;2024;;5;
`,
  "rong.csv": `Chỉ tiêu;Thực hiện năm 2023;Kế hoạch năm 2024;Ước TH năm 2024
B2;5;7;8
A;51%;60%;
B;3;9;12
`,
};

export const tableTexts: readonly (string | null)[] = [
  ...Object.values(startingTables),
  "Mã;Kỳ;Giới;Kết quả\nb;2027;;5\nb2;2027;;6\na;2027;;70%\na;2027;;71%\nb;2022;;2\n",
  "Mã;Năm;Kết quả\na;2024;1.234\n",
  'Mã;Năm;Kết quả\na;2024;"55%\n',
  "",
  null,
];

/** Lines that an edit puts in: declarations, statements, and what someone in the middle of typing leaves behind. */
export const lines: readonly string[] = [
  'use "units.bdg"',
  'use "plan.bdg" as p',
  'use "higher.bdg"',
  'use "higher.bdg" as up',
  'use "nowhere.bdg"',
  'use "../units.bdg"',
  'use "plan.bdg"',
  'plan q "Kế hoạch khác" { period 2020..2022; year ends 14/12 }',
  'plan q "Kế hoạch khác" {',
  'unit million "triệu khác" { whole }',
  'unit billion "tỷ" { scale 100 million }',
  'unit million "triệu" { scale 2 billion }',
  'body so "Sở khác"',
  'body phong "Phòng" in so',
  'dimension area "Vùng" { female "Nữ khác" }',
  'indicator a "A khác" { unit percent; measured 2024 = 59% }',
  'indicator b2 "B2" { unit ratio; formula = c / b }',
  'indicator \u0430 "chữ a Cyrillic" { unit million }',
  'indicator sex "tên đã có" {',
  "report 2024 {",
  'report 2024 "Báo cáo" { a = 61%; b = 3 }',
  'data "x.csv"',
  'data "kq.csv"',
  'data "rong.csv" period 2023',
  'data "rong.csv" { periods "Thực hiện năm 2023", "Kế hoạch năm 2024" }',
  "  target 2025 reach 60%",
  "  target 2024 >= 50% for",
  '  measured 2024 = 58% "x"',
  "  measured 2021 = 47%",
  "  unit billion",
  "  unit million",
  "  clause II.1",
  "  clause II.9",
  "  clause II.3, III.1",
  '  clause II.3 "đến năm 2025 đạt 70%"',
  "  target 2023 reach 40%",
  '  aside II.3, III "việc của nơi khác"',
  "  period 2020..2021",
  '  document "other.txt"',
  "  year ends 14/12",
  "  scale 10 billion",
  "  lead phong",
  "  implements up.higher",
  "  formula = a * 2",
  "  implements a",
  "  implements b",
  "  a 2023 = 12%",
  '  explain 2023 "vì"',
  "  # bdg-ignore target-missed: vì thế",
  "# bdg-ignore unknown-name",
  "",
  "}",
  "{",
];

export const names: readonly string[] = [
  ...["a", "b", "b2", "c", "so", "phong", "million", "billion", "office", "sex", "female", "male"],
  ...["p", "higher", "up.a", "up", "k", "k.a", "t", "percent", "zzz", "area", "plan.bdg", "units.bdg"],
  ...["\u0430", "s\u043e"],
];

/** What is typed or pasted in the middle of a line. */
export const snippets: readonly string[] = [
  ...'{}"#,;=%().-0159 \t\u00a0\ufeff\\ax',
  ...[
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\r\r\n",
    "ầ",
    "a\u0302\u0300",
    "\ud83d",
    "\ud83d\ude00",
    "..",
    ">=",
    "every",
  ],
  ...[
    "\n}\n",
    " {\n",
    '"\n',
    "indicator ",
    '\nindicator n "N" {\n',
    "\u202e",
    "\u200b",
    "chỉ tiêu",
    "\nunit percent\n",
  ],
];

export const documentTexts: readonly (string | null)[] = [
  startingDocuments["plan.txt"]!,
  "II. CHỈ TIÊU\n1. Đến năm 2025 đạt 70%.\n3. Đến năm 2023 đạt 45%.\n5. Đến năm 2030 đạt 90%.\n",
  "",
  null,
];

export const dates: readonly string[] = [
  "2021-06-30",
  "2022-12-31",
  "2023-01-01",
  "2025-06-30",
  "2026-01-01",
];
