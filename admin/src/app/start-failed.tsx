import { ErrorState } from '../components/error-state.tsx';
import { AppError } from '../lib/app-error.ts';
import { ThemeProvider } from '../providers/theme-provider.tsx';

const error = new AppError({ key: 'platform.config_missing', status: 0, detail: {} });

/** The page when the app's own settings could not be read. */
export default function StartFailed() {
  return (
    <ThemeProvider>
      <main>
        <ErrorState error={error} onRetry={() => location.reload()} page />
      </main>
    </ThemeProvider>
  );
}
