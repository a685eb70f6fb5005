import { useText } from '../providers/use-text.ts';

/** While a screen is on its way. */
export function LoadingPage() {
  const text = useText();
  return (
    <div className="centered" role="status" aria-label={text('state.loading')}>
      <span className="spinner" />
    </div>
  );
}
