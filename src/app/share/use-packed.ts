import { useEffect, useState } from 'react';
import { packLink } from '../../url/packed-link.ts';

/** The compressed link; undefined until it is made, and where the browser cannot compress. */
export function usePacked(hash: string): string | undefined {
  const [packed, setPacked] = useState<{ readonly hash: string; readonly link: string }>();
  useEffect(() => {
    let isCurrent = true;
    packLink(hash).then(
      (link) => isCurrent && setPacked({ hash, link }),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [hash]);
  return packed?.hash === hash ? packed.link : undefined;
}
