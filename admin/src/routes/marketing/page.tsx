import { Route, Routes } from 'react-router';
import { useStore } from '../../app/workspace.ts';
import { useMay } from '../../components/use-may.ts';
import { PromotionScreens } from '../promotions/promotion-screens.tsx';
import { CampaignsPage } from './campaigns-page.tsx';
import { EffectPage } from './effect-page.tsx';
import { MarketingViews } from './marketing-views.tsx';

/** The store's own promotions, the operator's campaigns it may join, and what all of them did. */
export default function MarketingPage() {
  const { store, city } = useStore();
  const mayEdit = useMay('marketing', 'edit');
  return (
    <Routes>
      <Route path="campaigns" element={<CampaignsPage />} />
      <Route path="effect" element={<EffectPage />} />
      <Route
        path="*"
        element={
          <PromotionScreens
            scope={{
              base: '/marketing',
              city,
              storeId: store.id,
              mayEdit,
              views: <MarketingViews current="own" />,
            }}
          />
        }
      />
    </Routes>
  );
}
