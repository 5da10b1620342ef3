import { Component, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  readonly renderError: (error: unknown, retry: () => void) => ReactNode;
  /** A change (another address, other data) is a reason to try again. */
  readonly resetKey?: string;
}

interface State {
  /** An object, because anything can be thrown, also undefined. */
  readonly failure?: { readonly error: unknown };
}

/** What fails inside is shown in its place, and the rest of the page goes on. React knows no hook for this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override readonly state: State = {};

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } };
  }

  override componentDidUpdate(previous: ErrorBoundaryProps): void {
    if (this.state.failure && previous.resetKey !== this.props.resetKey) this.retry();
  }

  private readonly retry = () => this.setState({ failure: undefined });

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? this.props.renderError(failure.error, this.retry) : this.props.children;
  }
}
