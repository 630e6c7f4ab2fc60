import { Component } from 'react';
import type { ReactNode } from 'react';
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
    return (
      <ErrorState
        what="This screen has a fault."
        refusal={{
          code: 'unsupported',
          message: this.state.fault,
          hint: 'Please report it with the words above.',
        }}
        still="The lab goes on, and so do the other screens."
        onRetry={() => this.setState({ fault: null })}
      />
    );
  }
}
