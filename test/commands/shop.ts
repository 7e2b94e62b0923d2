/** A small problem, of which everything can be asked within a second. */
export const SHOP = {
  id: 'shop',
  title: 'How much to order at a time',
  kind: 'minimum',
  objective: { name: 'z', meaning: 'cost', parts: { stock: 'c*x', orders: 'k/x' } },
  variables: [{ name: 'x', meaning: 'amount ordered at a time' }],
  symbols: [
    { name: 'c', meaning: 'cost of keeping a piece', role: 'quantity' },
    { name: 'k', meaning: 'cost of an order', role: 'quantity' },
  ],
  set: { c: 1, k: 2 },
} as const;
