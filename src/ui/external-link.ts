/** Other sites open beside the app, never learn where the visitor came from, and get no handle on this window. */
export function externalLinkProps(href: string): { target?: '_blank'; rel?: string } {
  return /^https?:/i.test(href) ? { target: '_blank', rel: 'noopener noreferrer' } : {};
}
