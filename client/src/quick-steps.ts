import {
  type Disposable,
  type InputBox,
  InputBoxValidationSeverity,
  type QuickInput,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from "vscode";

/** What a person answered to one step: a value, the wish to go back, or nothing any more. */
export type Answer<Value> = { readonly value: Value } | "back" | undefined;

export interface StepHead {
  readonly title: string;
  /** Counted from 1. */
  readonly step: number;
  readonly total: number;
  readonly placeholder: string;
}

export interface PickStep<Item extends QuickPickItem> extends StepHead {
  readonly items: readonly Item[];
  /**
   * The list for what is typed, called for every text; without it the list only filters. What the text itself says
   * stands first in it and always shows.
   */
  itemsFor?(text: string): Promise<readonly Item[]>;
}

/** A step that offers a list. */
export function askToPick<Item extends QuickPickItem>(step: PickStep<Item>): Promise<Answer<Item>> {
  const pick = window.createQuickPick<Item>();
  pick.items = step.items;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  /** The list for the text that was typed last, until it is there. */
  let coming: Promise<readonly Item[]> | undefined;
  /** The list as it is, and the one that the window surely has: it has put its first item in front. */
  let current = step.items;
  let seen = step.items;
  return shown(pick, step, (done) => [
    pick.onDidChangeValue(async (text) => {
      const own = step.itemsFor?.(text);
      coming = own;
      const items = await own;
      if (coming !== own) return;
      coming = undefined;
      if (!items) return;
      current = items;
      pick.items = items;
    }),
    pick.onDidChangeActive(([active]) => {
      if (active === current[0]) seen = current;
    }),
    pick.onDidAccept(async () => {
      const [chosen] = pick.selectedItems;
      const items = (await coming) ?? current;
      // Enter behind quick typing chose in the list of the text before: what was typed is what was meant.
      const [first] = items;
      const meant = first?.alwaysShow && seen !== items ? first : chosen;
      if (meant) done({ value: meant });
    }),
  ]);
}

/** What is said of a text while it is typed. */
export interface TextCheck {
  readonly message: string;
  /** Whether the text can't be accepted. */
  readonly isWrong: boolean;
  readonly isWarning?: boolean;
}

export interface TextStep extends StepHead {
  readonly prompt: string;
  readonly value: string;
  /** Called for every text that is typed, and again before it is accepted; undefined says nothing. */
  check?(text: string): Promise<TextCheck | undefined>;
}

/** A step in which something is typed; it is accepted only once it is checked. */
export function askForText(step: TextStep): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.prompt = step.prompt;
  input.value = step.value;
  let latest = 0;
  const check = async (text: string): Promise<TextCheck | undefined> => {
    latest += 1;
    const own = latest;
    const found = await step.check?.(text);
    if (own === latest) input.validationMessage = found && toValidation(found);
    return found;
  };
  return shown(input, step, (done) => {
    // An empty box is not wrong yet.
    if (step.value !== "") void check(step.value);
    return [
      input.onDidChangeValue((text) => void check(text)),
      input.onDidAccept(async () => {
        const text = input.value;
        const found = await check(text);
        if (!found?.isWrong && input.value === text) done({ value: text });
      }),
    ];
  });
}

function toValidation({ message, isWrong, isWarning }: TextCheck) {
  const { Error: wrong, Warning, Info } = InputBoxValidationSeverity;
  return { message, severity: isWrong ? wrong : isWarning ? Warning : Info };
}

function shown<Value>(
  input: QuickInput & Pick<InputBox, "buttons" | "placeholder" | "onDidTriggerButton">,
  { title, step, total, placeholder }: StepHead,
  listen: (done: (answer: Answer<Value>) => void) => readonly Disposable[],
): Promise<Answer<Value>> {
  input.title = title;
  input.step = step;
  input.totalSteps = total;
  input.placeholder = placeholder;
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    let answer: Answer<Value>;
    const done = (given: Answer<Value>) => {
      answer = given;
      input.hide();
    };
    const listeners = [
      ...listen(done),
      input.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) done("back");
      }),
    ];
    input.onDidHide(() => {
      for (const listener of listeners) listener.dispose();
      input.dispose();
      resolve(answer);
    });
    input.show();
  });
}
