import { Component } from 'react';
import type { ReactNode } from 'react';
import { text } from '../text/text.ts';
import { ErrorState } from '../ui/states.tsx';

type Props = { readonly children: ReactNode };
type State = { readonly fault: string | null };

/** A fault in one screen leaves the others and the lab's controls at work. React asks for a class here. */
export class ScreenFault extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.fault === null) return this.props.children;
    const words = text().shell.fault;
    return (
      <ErrorState
        what={words.what}
        refusal={{
          code: 'unsupported',
          message: this.state.fault,
          hint: words.hint,
        }}
        still={words.still}
        onRetry={() => this.setState({ fault: null })}
      />
    );
  }
}
