import { Route, Routes } from 'react-router';
import { PromotionList } from './list.tsx';
import { PromotionPage } from './promotion-page.tsx';
import { PresetPage } from './preset-page.tsx';
import type { PromotionScope } from './scope.ts';

/** List, choice of a kind, and builder of promotions, for ops or for one store; mount under `<base>/*`. */
export function PromotionScreens({ scope }: { scope: PromotionScope }) {
  return (
    <Routes>
      <Route index element={<PromotionList scope={scope} />} />
      <Route path="new" element={<PresetPage scope={scope} />} />
      <Route path="new/:preset" element={<PromotionPage scope={scope} />} />
      <Route path=":id" element={<PromotionPage scope={scope} />} />
    </Routes>
  );
}
