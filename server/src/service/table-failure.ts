import { failureText } from "../diagnostics/failure-text.ts";
import { bilingual, type LocalText } from "../diagnostics/language.ts";
import type { FileFailure } from "../host.ts";

/** Why a table can't be read, as the end of a sentence: what helps a document is not what helps a table. */
export function tableFailureText(failure: FileFailure): LocalText {
  switch (failure) {
    case "unsupported-format":
      return bilingual("a table is a .csv or .xlsx file", "bảng số liệu phải là tệp .csv hoặc .xlsx");
    case "too-complex":
      return bilingual(
        "it holds more than can be read safely; save the sheet with the table as an .xlsx or .csv file of its own",
        "tệp chứa quá nhiều nội dung để đọc an toàn; hãy lưu riêng trang có bảng thành tệp .xlsx hoặc .csv khác",
      );
    case "too-large":
      return bilingual(
        "it is too large; save the part that is needed as an .xlsx or .csv file of its own",
        "tệp quá lớn; hãy lưu riêng phần cần dùng thành tệp .xlsx hoặc .csv khác",
      );
    case "binary":
      return bilingual(
        "it is no text file; save the table as .csv, or keep a workbook's ending .xlsx",
        "đó không phải là tệp văn bản; hãy lưu bảng dạng .csv, hoặc để đuôi .xlsx nếu là bảng tính",
      );
    case "damaged":
      return bilingual(
        "it is damaged or no workbook; open it in Excel or LibreOffice and save it again as .xlsx",
        "tệp bị hỏng hoặc không phải là bảng tính; hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx",
      );
    case "old-office":
      return bilingual(
        "it is an old .xls under another name; open it in Excel or LibreOffice and save it as .xlsx",
        "đó là tệp .xls cũ mang đuôi khác; hãy mở bằng Excel hoặc LibreOffice và lưu lại dạng .xlsx",
      );
    default:
      return failureText(failure);
  }
}
