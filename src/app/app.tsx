import { QueryClientProvider } from '@tanstack/react-query';
import { HashRouter } from 'react-router';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { ToastRegion } from '../ui/toast.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { Routes } from './routes.tsx';
import { type Services, ServicesContext } from './services.ts';

export function App({ services }: { readonly services: Services }) {
  return (
    <ServicesContext value={services}>
      <ErrorBoundary
        renderError={(error, retry) => <ErrorScreen error={error} place="app" onRetry={retry} />}
      >
        <QueryClientProvider client={services.queryClient}>
          <HashRouter useTransitions={false}>
            <Routes />
          </HashRouter>
          <ToastRegion />
        </QueryClientProvider>
      </ErrorBoundary>
    </ServicesContext>
  );
}
