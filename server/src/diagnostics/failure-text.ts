import type { FileFailure } from "../host.ts";
import { bilingual, type LocalText } from "./language.ts";

/** Why a file can't be read, as the end of a sentence. */
export function failureText(failure: FileFailure): LocalText {
  switch (failure) {
    case "missing":
      return bilingual("it is not there", "không tìm thấy tệp");
    case "unreadable":
      return bilingual("access to it is denied", "không có quyền đọc tệp");
    case "is-a-folder":
      return bilingual("it is a folder", "đó là một thư mục");
    case "not-a-file":
      return bilingual(
        "it is a pipe or a device, not a file",
        "đó không phải là tệp mà là ống dẫn hoặc thiết bị",
      );
    case "system-error":
      return bilingual("the system reports an error", "hệ thống báo lỗi khi đọc tệp");
    case "too-large":
      return bilingual("it is too large", "tệp quá lớn");
    case "not-utf8":
      return bilingual(
        "it is not UTF-8 text; save it again as UTF-8",
        "không phải văn bản UTF-8; hãy lưu lại với mã UTF-8",
      );
    case "binary":
      return bilingual("it is no text file", "đó không phải là tệp văn bản");
    case "outside-root":
      return bilingual("it is outside the open folder", "tệp nằm ngoài thư mục đang mở");
    case "encrypted":
      return bilingual(
        "a password protects it; save it without one",
        "tệp được bảo vệ bằng mật khẩu; hãy lưu lại không có mật khẩu",
      );
    case "damaged":
      return bilingual(
        "it is damaged or no office file; open it in Word or Excel and save it again as .docx or .xlsx",
        "tệp bị hỏng hoặc không phải là tệp văn phòng; hãy mở bằng Word hoặc Excel và lưu lại dạng .docx hoặc .xlsx",
      );
    case "too-complex":
      return bilingual(
        "it holds more than can be read safely; save its text as .docx or .txt of its own",
        "tệp chứa quá nhiều nội dung để đọc an toàn; hãy lưu riêng phần văn bản thành tệp .docx hoặc .txt",
      );
    case "not-docx":
      return bilingual(
        "it is an office file of another kind, not a Word document",
        "đó là tệp văn phòng loại khác, không phải văn bản Word",
      );
    case "not-xlsx":
      return bilingual(
        "it is an office file of another kind, not an Excel workbook",
        "đó là tệp văn phòng loại khác, không phải bảng tính Excel",
      );
    case "old-office":
      return bilingual(
        "it is an old .doc or .xls under another name; open it in Word or Excel and save it as .docx or .xlsx",
        "đó là tệp .doc hoặc .xls cũ mang đuôi khác; hãy mở bằng Word hoặc Excel và lưu lại dạng .docx hoặc .xlsx",
      );
    case "unsupported-format":
      return bilingual("its format is not supported", "định dạng không được hỗ trợ");
  }
}
