// Small tools for Markdown as text. What stands in code is never touched.

const FENCE = /(^ *```[\s\S]*?^ *```[^\n]*$)/m;
// Code in a line comes first, or a link's name has it.
const LINK = /`[^`\n]*`|(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\((?![a-z]+:|\/)([^()\s#]*)(#[^()\s]+)?\)/g;
const PICTURE = /(?<=<(?:img|source)\b[^>]*\s(?:src|srcset)=")(?![a-z]+:|\/)([^"\s]+)/g;

/**
 * Changes the relative links of a document.
 *
 * @param write From a link's parts, `{ all, mark, name, link, anchor }`, to its replacement; `mark` is `!` for a picture.
 * @param movePicture From the address in a tag of a picture to another.
 */
export const changeLinks = (markdown, write, movePicture) =>
  markdown
    .split(FENCE)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .replaceAll(LINK, (all, mark, name, link, anchor = '') =>
              link === undefined ? all : write({ all, mark, name, link, anchor }),
            )
            .replaceAll(PICTURE, movePicture),
    )
    .join('');

/** The anchor that code hosts give to a heading. */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A document's headings: level, anchor, and the lines between which their section lies. */
function listSections(lines) {
  const sections = [];
  let inCode = false;
  for (const [line, text] of lines.entries()) {
    if (/^ *```/.test(text)) inCode = !inCode;
    const [, marks, heading] = (!inCode && /^(#+) (.*)$/.exec(text)) || [];
    if (marks) sections.push({ level: marks.length, anchor: anchorOf(heading), line });
  }
  return sections.map((section, index) => ({
    ...section,
    end:
      sections.slice(index + 1).find(({ level }) => level <= section.level)?.line ?? lines.length,
  }));
}

/**
 * Cuts a section out of a document, without its heading.
 *
 * @param level The level that its own heading has where it is put in; its sub-headings follow.
 * @returns {{ text: string, anchors: string[] } | undefined} `anchors` of its heading and sub-headings; `undefined` if
 *   there is no such section.
 */
export function cutSection(markdown, anchor, level) {
  const lines = markdown.split('\n');
  const sections = listSections(lines);
  const found = sections.find((section) => section.anchor === anchor);
  if (!found) return undefined;
  const inside = sections.filter(({ line }) => line >= found.line && line < found.end);
  for (const { line, level: old } of inside)
    lines[line] = `${'#'.repeat(level + old - found.level)} ${lines[line].replace(/^#+ /, '')}`;
  return {
    text: lines
      .slice(found.line + 1, found.end)
      .join('\n')
      .trim(),
    anchors: inside.map((section) => section.anchor),
  };
}

/** Cuts the marked snippet of that name out of a document, without the indent that it has in a list. */
export function cutSnippet(markdown, name) {
  const mark = `<!-- snippet: ${name} -->`;
  const start = markdown.indexOf(mark);
  const end = markdown.indexOf('<!-- end of snippet -->', start);
  if (start < 0 || end < 0) return undefined;
  const lines = markdown.slice(start + mark.length, end).split('\n');
  const indent = /^ */.exec(lines.find((line) => line.trim() !== ''))[0].length;
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trim();
}
