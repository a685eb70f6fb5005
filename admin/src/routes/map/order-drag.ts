/** The kind of a dragged order; other things dragged over the map are none of its business. */
export const orderDragType = 'application/x-linli-order';
