import type { Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { onboardingKeys } from './onboarding-keys.ts';

export type ReviewedProduct = Pick<
  Tables<'products'>,
  | 'id'
  | 'store_id'
  | 'category_id'
  | 'name'
  | 'translations'
  | 'description'
  | 'price_cents'
  | 'original_price_cents'
  | 'attributes'
  | 'image_path'
  | 'updated_at'
>;

/** Products that wait for ops, the one that waits longest first. */
export function useProductsInReview() {
  const client = useClient();
  return useQuery({
    queryKey: onboardingKeys.products,
    queryFn: ({ signal }): Promise<ReviewedProduct[]> =>
      run(
        client
          .from('products')
          .select(
            'id,store_id,category_id,name,translations,description,price_cents,original_price_cents,attributes,image_path,updated_at',
          )
          .eq('status', 'in_review')
          .order('updated_at')
          .order('id')
          .limit(100),
        signal,
      ),
    refetchInterval: 60_000,
  });
}
