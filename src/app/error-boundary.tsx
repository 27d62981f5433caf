import { reasonOf } from '../domain/problem';
import { Component, type ErrorInfo, type ReactNode } from 'react';

interface Props {
  /** What the boundary wraps, in Chinese, e.g. 地图. */
  readonly area: string;
  readonly children: ReactNode;
}

/** The one place where a thrown invariant ends: the rest of the app stays alive. */
export class ErrorBoundary extends Component<Props, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: reasonOf(error) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The stack is what a maintainer needs; nothing is sent anywhere.
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div role="alert" className="boundary">
        <strong>{this.props.area}出错，其余部分仍可使用</strong>
        <p>{this.state.message}</p>
        <button type="button" onClick={() => this.setState({ message: null })}>
          重试
        </button>
      </div>
    );
  }
}
