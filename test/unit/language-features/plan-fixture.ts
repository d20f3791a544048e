/** A small plan with its document, for hovers: every number in it is easy to work out by hand. */
export const document = `KẾ HOẠCH
Về bình đẳng giới

I. MỤC TIÊU

1. Phấn đấu đến năm 2025 đạt 60% đơn vị có lãnh đạo nữ.

2. Hằng năm tổ chức ít nhất 01 hoạt động tuyên truyền.
`;

export const plan = `plan p "Kế hoạch" {
  issued 2021
  period 2021..2025
  document "plan.txt"
}

unit activity "hoạt động" { whole; aggregate sum }
body office "Văn phòng"
body union_office "Công đoàn" in office
dimension sex "Giới tính" { female "Nữ"  male "Nam" }

indicator leaders "Lãnh đạo nữ" {
  clause   I.1 "đến năm 2025 đạt 60%"
  unit     percent
  baseline 2021 = 45%
  target   2025 reach 60%
  lead     office
  measured 2023 = 10 of 20 "Báo cáo 12"
}

indicator awareness "Tuyên truyền" {
  clause I.2
  unit   activity
  target every year in 2022..2024 >= 1
  lead   union_office
}

task training "Tập huấn" {
  due   2024
  serves leaders, awareness
}
`;

export const report = `use "plan.bdg"

report 2024 "Báo cáo 15" {
  awareness = 0
  awareness 2022 = 2
  awareness 2023 = 1
}
`;

export const planFiles = { "plan.bdg": plan, "plan.txt": document, "report.bdg": report } as const;
