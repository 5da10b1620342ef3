/** Plain sentences stay plain: Markdown would swallow their single line breaks. */
export function looksFormatted(text: string): boolean {
  return /^(#{1,6} |\s*[-*+] |\s*\d+[.)] |> |```|\||---)|\*\*\S|__\S|`[^`\n]+`|\[[^\]\n]+\]\([^)\s]+\)/m.test(
    text,
  );
}
