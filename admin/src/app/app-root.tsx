import { BrowserRouter } from 'react-router';
import { ThemeProvider } from '../providers/theme-provider.tsx';
import { RefineApp } from './refine-app.tsx';

/** The whole app, inside router and theme. */
export function AppRoot() {
  return (
    <BrowserRouter>
      <ThemeProvider>
        <RefineApp />
      </ThemeProvider>
    </BrowserRouter>
  );
}
