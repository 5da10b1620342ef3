import { useCallback, useEffect, useMemo, useState } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { parseLink, printLink } from '../url/link.ts';
import { packedPart } from '../url/packed-link.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import { withZone } from '../url/share-choices.ts';
import type { Screen } from '../url/screens.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { BrokenLink } from './broken-link.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { LinkProblems } from './link-problems.tsx';
import { PackedLinkView } from './packed-link-view.tsx';
import { ScreenView } from './screen-view.tsx';
import { useLastDeployment } from './services.ts';
import { Shell } from './shell/shell.tsx';
import { useLinkZone } from './use-link-zone.ts';
import { ZoneNotice } from './zone-notice.tsx';

/** The hash is the only state of navigation: url/link.ts reads it, and writes every link of the app. */
export function Routes() {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const address = `#${pathname}${search}`;
  const link = useMemo(() => parseLink(address), [address]);
  const problems = useProblems(address, link.kind === 'ok' ? link.problems : []);
  const isBare = pathname === '/' && search === '';
  useStartScreen(isBare);

  const go = (screen: Screen, how: 'push' | 'replace') =>
    void navigate(printLink(screen).slice(1), { replace: how === 'replace' });

  const openUnpacked = useCallback(
    (hash: string) => void navigate(hash.slice(1), { replace: true }),
    [navigate],
  );

  const screen = link.kind === 'ok' ? link.screen : undefined;
  const zone = useLinkZone(screen);

  if (isBare) return undefined;
  const packed = packedPart(address);
  if (packed !== undefined) {
    return (
      <Shell screen={undefined} onGo={(next) => go(next, 'push')}>
        <PackedLinkView key={packed} part={packed} onUnpacked={openUnpacked} />
      </Shell>
    );
  }
  return (
    <Shell screen={screen} onGo={(next) => go(next, 'push')}>
      {link.kind !== 'ok' && <BrokenLink link={link} />}
      {link.kind === 'ok' && (
        <>
          <LinkProblems key={problems.address} problems={problems.list} />
          <ZoneNotice
            zone={zone.name}
            onOwn={() => {
              zone.forget();
              go(withZone(link.screen, undefined), 'replace');
            }}
          />
          <ErrorBoundary
            resetKey={address}
            renderError={(error, retry) => (
              <ErrorScreen error={error} place={link.screen.kind} onRetry={retry} />
            )}
          >
            <ScreenView key={zone.name ?? 'own'} screen={link.screen} onScreenChange={go} />
          </ErrorBoundary>
        </>
      )}
    </Shell>
  );
}

interface Problems {
  readonly address: string;
  readonly list: readonly string[];
}

/**
 * A page that completes its own address (a default project) replaces the link that had the problems;
 * they stay until the person goes somewhere.
 */
function useProblems(address: string, found: readonly string[]): Problems {
  const how = useNavigationType();
  const [problems, setProblems] = useState<Problems & { readonly seen: string }>({
    address,
    list: found,
    seen: address,
  });
  if (problems.seen !== address) {
    const isKept = how === NavigationType.Replace && found.length === 0;
    setProblems(isKept ? { ...problems, seen: address } : { address, list: found, seen: address });
  }
  return problems;
}

/** A visit without a link begins where the last one was: the sample workspace at the very first. */
function useStartScreen(isBare: boolean): void {
  const navigate = useNavigate();
  const startLink = printLink(defaultRunsScreen(useLastDeployment()));
  useEffect(() => {
    if (isBare) void navigate(startLink.slice(1), { replace: true });
  }, [isBare, navigate, startLink]);
}
