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
    case "unsupported-format":
      return bilingual("its format is not supported", "định dạng không được hỗ trợ");
  }
}
