/** For those who paste something else than a filter into the box; nobody else fetches it. */
export const loadPasteParts = async () => {
  const [{ readPaste }, { PasteOffer }] = await Promise.all([
    import('./read-paste.ts'),
    import('./paste-offer.tsx'),
  ]);
  return { readPaste, PasteOffer };
};
