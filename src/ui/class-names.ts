/** Joins the class names that apply: `classNames(styles.button, isActive && styles.active)`. */
export function classNames(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
