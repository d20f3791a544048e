/**
 * Runs inside the workbench's page: where things are on the screen, found by what a person would see. The
 * tests reach it as `bdgTest`; lines and texts are as shown, with plain spaces for the editor's own.
 */
globalThis.bdgTest = (() => {
  const shown = (text) => text.replaceAll("\u00a0", " ").replaceAll("\u200c", "");

  const textNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };

  const placeAt = (nodes, offset) => {
    let rest = offset;
    for (const node of nodes) {
      if (rest <= node.data.length) return { node, offset: rest };
      rest -= node.data.length;
    }
    return undefined;
  };

  const editors = () =>
    [...document.querySelectorAll(".part.editor .monaco-editor")].filter((editor) => editor.offsetWidth > 0);

  /** From top to bottom: the editor keeps them in another order after an edit. */
  const lines = () =>
    editors().flatMap((editor) =>
      [...editor.querySelectorAll(".view-line")]
        .map((line) => ({ line, top: line.getBoundingClientRect().top }))
        .sort((a, b) => a.top - b.top)
        .map(({ line }) => line),
    );

  /**
   * The rectangle, in the page's pixels, of the first place where `text` is shown in an open editor; after `before`,
   * which stands to its left in the same line.
   */
  const rectangleOf = (text, before) => {
    for (const line of lines()) {
      const nodes = textNodes(line);
      const whole = textOf(nodes);
      const from = whole.indexOf(before);
      const at = from < 0 ? -1 : whole.indexOf(text, from + before.length);
      if (at < 0) continue;
      const start = placeAt(nodes, at);
      const end = placeAt(nodes, at + text.length);
      const range = document.createRange();
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { left, top, width, height };
    }
    return undefined;
  };

  /** What the editor shows within a line and the document does not hold: hints, which come when they will. */
  const isHint = (node) => node.parentElement.closest('[class*="dyn-rule"]') !== null;

  const textOf = (nodes) => shown(nodes.map((node) => node.data).join(""));

  /** The part of a line of text that lies above a decoration. */
  const textAbove = (decoration) => {
    const { left, right, top, bottom } = decoration.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    let text = "";
    for (const line of lines()) {
      const box = line.getBoundingClientRect();
      if (middle < box.top || middle > box.bottom) continue;
      for (const node of textNodes(line)) {
        for (let i = 0; i < node.data.length; i++) {
          const range = document.createRange();
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const letter = range.getBoundingClientRect();
          const center = (letter.left + letter.right) / 2;
          if (center > left && center < right) text += node.data[i];
        }
      }
    }
    return shown(text);
  };

  /** The texts with a squiggle of a kind (`error`, `warning`, `info`, `hint`), from top to bottom. */
  const squiggled = (kind) =>
    editors()
      .flatMap((editor) => [...editor.querySelectorAll(`.squiggly-${kind}`)])
      .map((element) => ({ text: textAbove(element), box: element.getBoundingClientRect() }))
      .sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left)
      .map(({ text }) => text);

  /**
   * Clicks the entry of the open quick pick that has this label; false when there is none. Looking and
   * clicking are one step, because results that come late move the entries under the mouse.
   */
  const clickChoice = (label) => {
    const rows = [...document.querySelectorAll(".quick-input-list .monaco-list-row")];
    const row = rows.find((candidate) => {
      const name = candidate.querySelector(".label-name");
      return name?.checkVisibility() && shown(name.textContent) === label;
    });
    const events = ["mousedown", "mouseup", "click"];
    for (const type of events)
      row?.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
    return row !== undefined;
  };

  const visibleTexts = (selector) =>
    [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility() && element.offsetHeight > 0)
      .map((element) => shown(element.innerText).trim())
      .filter((text) => text !== "");

  return {
    rectangleOf,
    squiggled,
    clickChoice,
    visibleTexts,
    lines: () => lines().map((line) => textOf(textNodes(line).filter((node) => !isHint(node)))),
    hints: () =>
      lines().flatMap((line) =>
        textNodes(line)
          .filter(isHint)
          .map((node) => shown(node.data)),
      ),
  };
})();
