import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { readPlanDocument } from "../../../server/src/documents/plan-document.ts";
import { getNewPlan } from "../../../server/src/language-features/new-plan.ts";
import { createDeclarationParser } from "../../../server/src/syntax/parse.ts";

const parser = createDeclarationParser();

function draft(text: string, language: "en" | "vi" = "vi") {
  return getNewPlan(parser, text, readPlanDocument(text), { documentPath: "plan.txt", language });
}

/** Columns aside. */
function lines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim().replace(/(?<=\S) {2,}/gu, " "));
}

/** The heads of the declarations, and what is asked for inside them. */
function shown(plan: string, words: RegExp): readonly string[] {
  return lines(plan).filter((line) => words.test(line));
}

/** A plan of reform as an office writes it. */
const reform = readFileSync(new URL("./fixtures/ke-hoach-cchc-2024.txt", import.meta.url), "utf8");

describe("a plan of reform", () => {
  const { text: plan, checks } = draft(reform);

  it("names what is promised in whole words, the deed with them", () => {
    expect(shown(plan, /^chỉ tiêu /u).map((line) => line.replace(/ \{$/u, ""))).toEqual([
      'chỉ tiêu ho_so_tiep_nhan_truc_tuyen "Hồ sơ thủ tục hành chính được tiếp nhận trực tuyến"',
      'chỉ tiêu ho_so_giai_quyet_dung_han "Tỷ lệ hồ sơ được giải quyết đúng hạn"',
      'chỉ tiêu muc_do_hai_long_nguoi_dan "Mức độ hài lòng của người dân, tổ chức (khảo sát bằng phiếu)"',
      'chỉ tiêu co_quan_don_vi_niem_yet "Cơ quan, đơn vị niêm yết công khai thủ tục hành chính"',
      'chỉ tiêu hoan_thanh_so_hoa_ket_qua "Hoàn thành số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực"',
      'chỉ tiêu phong_ban_chuyen_mon_hoan "Phòng, ban chuyên môn hoàn thành kế hoạch kiểm tra"',
      'chỉ tiêu sap_nhap_don_vi_hanh_chinh "Sáp nhập đơn vị hành chính cấp xã"',
      'chỉ tiêu boi_duong_can_bo_cong_chuc "Bồi dưỡng cán bộ, công chức"',
      'chỉ tiêu boi_duong_can_bo_cong_chuc_nu "Bồi dưỡng cán bộ, công chức, trong đó nữ"',
      'chỉ tiêu lop_tap_huan_nghiep_vu_cai "Lớp tập huấn nghiệp vụ cải cách hành chính cho công chức cấp xã"',
      'chỉ tiêu hoi_nghi_doi_thoai_doanh "Hội nghị đối thoại với doanh nghiệp"',
      'chỉ tiêu xay_dung_mo_hinh_chinh_quyen "Xây dựng mô hình \\"Chính quyền thân thiện\\""',
      'chỉ tiêu xa_dat_chuan_tiep_can_phap "Xã đạt chuẩn tiếp cận pháp luật"',
      'chỉ tiêu truong_dat_chuan_quoc_gia "Trường đạt chuẩn quốc gia"',
      'chỉ tiêu chi_so_cai_cach_hanh_chinh "Chỉ số cải cách hành chính"',
    ]);
  });

  it("takes the dates behind a semicolon for more of the same indicator", () => {
    const first = lines(/^chỉ tiêu ho_so_tiep_nhan[\s\S]*?^\}/mu.exec(plan)![0]);
    expect(first.filter((line) => line.startsWith("mục tiêu"))).toEqual([
      "mục tiêu 2024 ít nhất 70%",
      "mục tiêu 2026 ít nhất 85%",
    ]);
  });

  it("adds up what is done, and no states", () => {
    const units = [...plan.matchAll(/^đơn vị tính (\S+) "[^"\n]*" \{([^}]*)\}/gmu)];
    expect(units.map(([, id, body]) => [id, body!.includes("gộp")])).toEqual([
      ["don_vi", false],
      ["luot_can_bo", true],
      ["lop", true],
      ["hoi_nghi", true],
      ["mo_hinh", true],
      ["xa", false],
      ["truong", false],
    ]);
    // The units that are merged are no sum; the mergers of a year are.
    expect(plan).toMatch(/chỉ tiêu sap_nhap[^}]*gộp +tổng/u);
  });

  it("has the deadlines of the tasks, and says which day cannot be written", () => {
    expect(shown(plan, /^(?:nhiệm vụ|hạn|# check: xem lại: chưa ghi)/u)).toEqual([
      'nhiệm vụ ra_soat_ban_hanh_ke_hoach "Rà soát, ban hành kế hoạch kiểm tra" {',
      "hạn 28/2/2024",
      'nhiệm vụ cong_bo_danh_muc_thu_tuc "Công bố danh mục thủ tục hành chính" {',
      "hạn 15/5/2025",
      'nhiệm vụ nang_cap_cong_dich_vu_cong "Nâng cấp Cổng dịch vụ công của tỉnh" {',
      "hạn 30/6/2024",
      'nhiệm vụ trinh_phuong_an_tu_chu_don "Trình phương án tự chủ của các đơn vị sự nghiệp" {',
      "hạn 3/2024",
      'nhiệm vụ ra_soat_van_ban_quy_pham "Rà soát văn bản quy phạm pháp luật" {',
      "hạn 2024-Q2",
      'nhiệm vụ bao_cao_ket_qua_thuc_hien "Báo cáo kết quả thực hiện về Sở Nội vụ" {',
      "# check: xem lại: chưa ghi được ngày cụ thể; điều khoản ghi: trước ngày 30/6 hằng năm",
      "hạn mỗi năm",
      'nhiệm vụ xay_dung_ke_hoach_minh "Xây dựng kế hoạch của mình" {',
      "hạn 31/1/2024",
      'nhiệm vụ theo_doi_don_doc_bao_cao "Theo dõi, đôn đốc, báo cáo định kỳ" {',
    ]);
  });

  it("reads the signature that stands beside the recipients", () => {
    const foot = [
      'ký "Chủ tịch" "Trần Văn Hưng"',
      'nơi nhận "Bộ Nội vụ (để b/c)",',
      '"Thường trực Tỉnh ủy",',
      '"Lưu: VT, NC"',
    ];
    expect(lines(plan)).toEqual(expect.arrayContaining(foot));
    const tabbed = reform.replace(/(?<=\S) {3,}/gu, "\t");
    expect(lines(draft(tabbed).text)).toEqual(expect.arrayContaining(foot));
  });

  it("counts what is to be looked at, and not where that is explained", () => {
    expect(checks).toBe(1);
    expect(plan.split("# check:")).toHaveLength(3);
    expect(draft(reform, "en").checks).toBe(1);
  });
});

/** A clause of a plan for 2024 to 2026. */
function clause(text: string, section = "MỤC TIÊU"): string {
  return draft(
    `Số: 9/KH-UBND\n\nAn Khê, ngày 02 tháng 3 năm 2024\n\nKẾ HOẠCH\nCải cách giai đoạn 2024-2026\n\nI. ${section}\n\n1. ${text}\n`,
  ).text;
}

describe("what belongs together behind a semicolon", () => {
  test.each([
    // Another unit, another change, another name: another indicator.
    ["Đến năm 2024, 70% hồ sơ nộp trực tuyến; năm 2026 có 20 xã đạt chuẩn.", 2],
    ["Tỷ lệ hộ nghèo năm 2024 còn 5%; năm 2026 giảm 2 điểm phần trăm.", 2],
    ["Năm 2024 có 10 xã đạt chuẩn; năm 2026 có 20 xã.", 1],
    ["Năm 2024 có 10 xã đạt chuẩn; hoàn thiện hồ sơ; năm 2026 có 20 xã.", 2],
    ["Tỷ lệ A đạt 60% năm 2024; năm 2025 đạt 70%; năm 2026 đạt 80%.", 1],
  ])("%s", (text, count) => {
    expect(shown(clause(text), /^chỉ tiêu /u)).toHaveLength(count);
  });

  it("is no task besides", () => {
    const plan = clause("Năm 2024 có 10 xã đạt chuẩn; năm 2026 có 20 xã.", "NHIỆM VỤ");
    expect(shown(plan, /^nhiệm vụ /u)).toEqual([]);
  });
});

describe("names", () => {
  test.each([
    ["Khoảng cách thu nhập giữa hai vùng còn 1,5 lần vào năm 2026.", "Khoảng cách thu nhập giữa hai vùng"],
    ["Tăng trưởng lượng khách đạt 8% vào năm 2026.", "Tăng trưởng lượng khách"],
    ["Trồng 500 ha rừng ngập mặn trong năm 2025.", "Trồng rừng ngập mặn"],
    ["Đón 2 triệu lượt khách trong năm 2025.", "Đón lượt khách"],
    ["Sở Công Thương hỗ trợ ít nhất 30 doanh nghiệp trong năm 2025.", "Hỗ trợ doanh nghiệp"],
    ["Tạo việc làm cho 5.000 lao động trong năm 2025.", "Tạo việc làm cho lao động"],
    ["Sửa chữa, nâng cấp 15 công trình trong năm 2025.", "Sửa chữa, nâng cấp công trình"],
    ["Toàn tỉnh có 80 xã đạt chuẩn vào năm 2026.", "Xã đạt chuẩn"],
    ["Thu nhập bình quân đạt 60 triệu đồng vào năm 2026.", "Thu nhập bình quân"],
    ["Đến năm 2025, 100% văn bản (trừ văn bản mật) được ký số.", "Văn bản (trừ văn bản mật) được ký số"],
    [
      "Giải quyết việc làm mới cho 3.000 lao động (trong đó xuất khẩu 300 người) trong năm 2025.",
      "Giải quyết việc làm mới cho lao động",
    ],
    ["Thanh tra Sở kiểm tra 12 đơn vị, hoàn thành trước 30/11/2025.", "Kiểm tra đơn vị"],
    // The unit alone names nothing.
    ["Chỉ số DTI đạt 0,8 điểm vào năm 2025.", "Chỉ số DTI"],
  ])("%s", (text, name) => {
    expect(/^chỉ tiêu \S+ "(.*)"/mu.exec(clause(text))?.[1]).toBe(name);
  });

  it("gives a counted thing another identifier than its unit", () => {
    const plan = clause("Mỗi năm tổ chức ít nhất 02 hội thi.");
    expect(shown(plan, /^(?:đơn vị tính|chỉ tiêu) \S+ "/u)).toEqual([
      'đơn vị tính hoi_thi "hội thi" {',
      'chỉ tiêu so_hoi_thi "Hội thi" {',
    ]);
  });
});

it("ends the words of a promise behind its own date, and at the next deed", () => {
  const plan = clause(
    "100% trường có cổng thông tin trong quý III năm 2025 và 100% trường dùng chữ ký số trước ngày 31/12/2025.\n2. Năm 2025 tổ chức 02 đợt tập huấn và cử 10 lượt giáo viên đi học.",
  );
  expect([...plan.matchAll(/^ {2}điều khoản +\S+ "(.*)"/gmu)].map(([, words]) => words).slice(0, 2)).toEqual([
    "100% trường có cổng thông tin trong quý III năm 2025",
    "100% trường dùng chữ ký số trước ngày 31/12/2025",
  ]);
  expect(shown(plan, /^chỉ tiêu/u).slice(2)).toEqual([
    'chỉ tiêu dot_tap_huan "Đợt tập huấn" {',
    'chỉ tiêu cu_giao_vien_di_hoc "Cử giáo viên đi học" {',
  ]);
});

describe("quoted words", () => {
  test.each([
    ["Hồ sơ đạt 85% (năm 2024), 95% (năm 2026).", "đạt 85% (năm 2024), 95% (năm 2026)"],
    ["Tỷ lệ hồ sơ được giải quyết đúng hạn đạt 98%.", "Tỷ lệ hồ sơ được giải quyết đúng hạn đạt 98%"],
    ["Bảo đảm an toàn; tỷ lệ hồ sơ được số hóa đạt 98%.", "tỷ lệ hồ sơ được số hóa đạt 98%"],
    [
      "Đạt 98% hồ sơ thủ tục hành chính của người dân được trả đúng hẹn trong năm.",
      "Đạt 98% hồ sơ thủ tục hành chính của người dân",
    ],
    [
      "Giảm 30% số vụ cháy do sự cố điện so với năm 2023.",
      "Giảm 30% số vụ cháy do sự cố điện so với năm 2023",
    ],
  ])("%s", (text, words) => {
    expect(/^ {2}điều khoản +\S+ "(.*)"/mu.exec(clause(text))?.[1]).toBe(words);
  });
});

describe("sums", () => {
  const sums = (text: string) => clause(text).includes("gộp");
  test.each([
    ["Mở 04 lớp cho công chức cấp xã trong năm 2024.", true],
    ["Năm 2024 đăng 48 tin, bài.", true],
    ["Xây dựng 03 mô hình trong năm 2024.", true],
    ["Trồng 50 ha rừng trong năm 2024.", true],
    ["Hội Phụ nữ phối hợp với Hội Nông dân mở 04 lớp cho hội viên trong năm 2024.", true],
    ["Số vụ bạo lực gia đình còn dưới 20 vụ năm 2025.", true],
    // Since the plan began, and how things stand.
    ["Đến năm 2026 thành lập 10 hợp tác xã.", false],
    ["Năm 2024 có 45 lớp học đạt chuẩn.", false],
    ["Sản lượng nuôi trồng đạt 1.200 tấn vào năm 2025.", false],
    ["Mỗi năm có ít nhất 80 xã đạt chuẩn.", false],
    ["Trồng rừng đạt 50% diện tích trong năm 2024.", false],
  ])("%s %s", (text, expected) => {
    expect(sums(text)).toBe(expected);
  });
});

describe("deadlines", () => {
  test.each([
    ["Rà soát danh mục, hoàn thành trong quý I/2025.", ["hạn 2025-Q1"]],
    ["Rà soát danh mục chậm nhất ngày 15 tháng 10 năm 2024.", ["hạn 15/10/2024"]],
    ["Rà soát danh mục trước tháng 6/2024.", ["hạn 5/2024"]],
    ["Rà soát danh mục trước năm 2026.", ["hạn 2025"]],
    ["Rà soát trong quý I/2024; hoàn thành trước ngày 30/4/2024.", ["hạn 30/4/2024"]],
    [
      "Gửi báo cáo về Sở trước ngày 15/12.",
      ["# check: xem lại: chưa ghi được ngày cụ thể; điều khoản ghi: trước ngày 15/12"],
    ],
    ["Rà soát danh mục.\nThời gian hoàn thành: Tháng 9/2024.", ["hạn 9/2024"]],
    ["Mua sắm thiết bị. Thời gian thực hiện: từ tháng 3 đến tháng 9 năm 2025.", ["hạn 9/2025"]],
    // Other dates are no deadlines.
    ["Thực hiện Kế hoạch số 5/KH-UBND ngày 03/3/2021 của tỉnh.", []],
    ["Số liệu tính đến ngày 31/12/2023 được công bố rộng rãi.", []],
    ["Thực hiện Chiến lược đến năm 2030 của ngành.", []],
  ])("%s", (text, expected) => {
    expect(shown(clause(text, "NHIỆM VỤ"), /^hạn|chưa ghi/u)).toEqual(expected);
  });

  it("take the year of a plan that has one only", () => {
    const text = "KẾ HOẠCH\nCải cách năm 2024\n\nI. NHIỆM VỤ\n\n1. Gửi báo cáo về Sở trước ngày 15/12.\n";
    expect(shown(draft(text).text, /^hạn|chưa ghi/u)).toEqual(["hạn 15/12/2024"]);
  });
});

describe("the foot in two columns", () => {
  const foot = (text: string) =>
    shown(draft(`KẾ HOẠCH\nX\n\nI. A\n\n1. B./.\n\n${text}`).text, /^ký|^"|^nơi nhận/u);

  test.each([
    [
      "Nơi nhận:            KT. CHỦ TỊCH\n- Các sở, ban,       PHÓ CHỦ TỊCH\n  ngành tỉnh;\n- Lưu: VT.           (Đã ký)\n\n                     Lê Thị Hoa\n",
      ['ký "Phó Chủ tịch" "Lê Thị Hoa"', 'nơi nhận "Các sở, ban, ngành tỉnh",', '"Lưu: VT"'],
    ],
    [
      "Nơi nhận:\n- Đồng chí:   Nguyễn Văn An;\n- Lưu:   VT, NC.\nGIÁM ĐỐC\n\nLê Văn Bình\n",
      ['ký "Giám đốc" "Lê Văn Bình"', 'nơi nhận "Đồng chí: Nguyễn Văn An",', '"Lưu: VT, NC"'],
    ],
    [
      "| Nơi nhận:<br>- Như trên;<br>- Lưu: VT. | GIÁM ĐỐC<br>Lê Văn Bình |\n",
      ['ký "Giám đốc" "Lê Văn Bình"', 'nơi nhận "Như trên",', '"Lưu: VT"'],
    ],
  ])("%j", (text, expected) => {
    expect(foot(text)).toEqual(expected);
  });
});
