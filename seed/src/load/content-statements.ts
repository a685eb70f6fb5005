import { stableUuid } from '../stable-uuid.ts';
import type { Town, Translations } from '../town.ts';
import type { Statement } from './map-statements.ts';

type Words = { name: string; translations: Translations };
type Tile = Words & { category: string };

const article = {
  name: '第一次用邻里',
  summary: '三分钟看懂下单、配送和售后。',
  body: '# 下单\n\n先选好**收货地址**，列表里都是送得到的店。购物车会告诉您还差多少起送。\n\n# 配送\n\n- 骑手接单后，地图上能看到位置\n- 预计送达是一个时间段，多半会早到\n\n# 售后\n\n菜品有问题，在订单页点「需要帮助」，拍张照片，客服会回复您。',
  translations: {
    en: {
      name: 'Your first order',
      summary: 'Ordering, delivery and help in three minutes.',
      body: '# Ordering\n\nChoose your **address** first: every store in the list delivers there. The cart says what is missing to the minimum.\n\n# Delivery\n\n- Once a rider has accepted, you see them on the map\n- The arrival is a window; most orders come early\n\n# Help\n\nIs something wrong? Tap “Help with this order”, add a photo, and support answers.',
    },
  },
};

const banner = (name: string, subtitle: string, en: string, enSubtitle: string) => ({
  name,
  subtitle,
  translations: { en: { name: en, subtitle: enSubtitle } },
});

const banners = [
  {
    ...banner('今天吃碗热汤面', '附近面馆，半小时到', 'Noodles tonight', 'Nearby kitchens, half an hour'),
    category: 'food',
  },
  {
    ...banner('送一束鲜花', '当天现包，准时送达', 'Send flowers', 'Wrapped today, on time'),
    category: 'flowers',
  },
  {
    ...banner('第一次用邻里', '三分钟看懂', 'Your first order', 'Three minutes to read'),
    category: undefined,
  },
];

const tiles: Tile[] = [
  { name: '奶茶', translations: { en: { name: 'Milk tea' } }, category: 'drinks' },
  { name: '水果', translations: { en: { name: 'Fruit' } }, category: 'fruit' },
  { name: '蛋糕', translations: { en: { name: 'Cake' } }, category: 'bakery' },
  { name: '药箱', translations: { en: { name: 'Pharmacy' } }, category: 'pharmacy' },
];

/** Front page, an article and ad slots of the demo town. A link goes to a category of the town when it has one. */
export const contentStatements: readonly Statement[] = [
  {
    label: 'articles',
    sql: `
      insert into public.articles (id, city_id, slug, name, summary, body, translations, is_published)
      select id, city_id, slug, name, summary, body, translations, true
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, slug text, name text, summary text, body text, translations jsonb)
      on conflict do nothing`,
    rows: ({ city }) =>
      city.isDemo
        ? [
            {
              id: stableUuid(city.slug, 'articles', articleSlug(city)),
              city_id: city.id,
              slug: articleSlug(city),
              ...article,
            },
          ]
        : [],
  },
  {
    label: 'banners',
    sql: `
      insert into public.banners (id, city_id, place, name, subtitle, translations, link, sort_order, starts_at, is_published)
      select id, city_id, place::public.content_place, name, coalesce(subtitle, ''), translations, link, sort_order, '2026-01-01', true
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, place text, name text, subtitle text, translations jsonb,
        link jsonb, sort_order int)
      on conflict do nothing`,
    rows: (town) =>
      town.city.isDemo
        ? [
            ...banners.map((row, index) => bannerRow(town, 'home_banner', row, index)),
            ...tiles.map((row, index) => bannerRow(town, 'home_tile', row, index)),
          ]
        : [],
  },
  {
    label: 'ad slots',
    sql: `
      insert into public.ad_slots (id, city_id, name, translations, position, floor_cents)
      select id, city_id, name, translations, position, floor_cents
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, name text, translations jsonb, position int, floor_cents bigint)
      on conflict do nothing`,
    rows: ({ city }) =>
      city.isDemo
        ? [3, 8].map((position) => ({
            id: stableUuid(city.slug, 'ad-slots', position),
            city_id: city.id,
            name: `首页第 ${position} 位`,
            translations: { en: { name: `Front page, place ${position}` } },
            position,
            floor_cents: position === 3 ? 2000 : 1000,
          }))
        : [],
  },
];

/** Addresses of articles are one for all towns. */
function articleSlug({ slug }: Town['city']): string {
  return `welcome-to-${slug}`;
}

function bannerRow(
  { city, categories }: Town,
  place: string,
  row: Words & { subtitle?: string; category: string | undefined },
  index: number,
): object {
  const { category, ...words } = row;
  const isKnown = categories.some((known) => known.slug === category);
  return {
    id: stableUuid(city.slug, 'banners', place, index),
    city_id: city.id,
    place,
    ...words,
    link:
      category === undefined
        ? { kind: 'article', slug: articleSlug(city) }
        : isKnown
          ? { kind: 'category', slug: category }
          : { kind: 'none' },
    sort_order: (index + 1) * 10,
  };
}
