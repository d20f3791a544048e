import type { PathRefusal } from "../text/program-path.ts";
import { bilingual, type LocalText } from "./language.ts";
import type { Place } from "./place.ts";
import { createProblem, type Problem } from "./problem.ts";

/** What is wrong with a path that may not be opened, where it is written, and what would be right. */
export function pathProblem(reason: PathRefusal, place: Place, file: string): Problem {
  if (reason === "outside-root") return createProblem("outside-root", place, { file });
  return createProblem("path-not-allowed", place, { file, advice: adviceFor(reason) });
}

function adviceFor(reason: PathRefusal): LocalText {
  switch (reason) {
    case "device":
      return bilingual(
        "on Windows it is the name of a device. Give the file another name",
        "trên Windows đó là tên của một thiết bị. Hãy đặt tên khác cho tệp",
      );
    case "not-a-file-name":
      return bilingual(
        "a name ends in a dot or a blank, which Windows drops, or has an invisible character. Give the file another name",
        "có tên kết thúc bằng dấu chấm hoặc dấu cách (Windows sẽ bỏ đi), hoặc có ký tự không nhìn thấy. Hãy đặt tên khác cho tệp",
      );
    default:
      return bilingual(
        "write it relative to this file, with “/”",
        "hãy viết đường dẫn tương đối so với tệp này, với dấu “/”",
      );
  }
}
