/**
 * The type a piece of recorded data is given to the browser under. Only pictures and sound are believed;
 * a page or a script that calls itself something else stays a lump of bytes to download.
 */
const believed =
  /^(image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf|text\/(plain|csv))$/;

export function safeMediaType(mimeType: string | undefined): string {
  const plain = (mimeType ?? '').split(';')[0]!.trim().toLowerCase();
  return believed.test(plain) ? plain : 'application/octet-stream';
}
