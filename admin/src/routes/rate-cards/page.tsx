import { Route, Routes } from 'react-router';
import { RateCardPage } from './card-page.tsx';
import { RateCardList } from './list.tsx';

/** Delivery fees of the city: cards by scope, and the editor of one. */
export default function RateCardsPage() {
  return (
    <Routes>
      <Route index element={<RateCardList />} />
      <Route path=":id" element={<RateCardPage />} />
    </Routes>
  );
}
