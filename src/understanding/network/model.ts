/** Brings messages of every length to comparable sums; in steps, so that training shares its arrays. */
export function lengthScale(squares: number): number {
  if (squares === 0) return 1;
  return (LENGTH / Math.max(MIN, squares)) ** 0.5;
}
const LENGTH = Number(process.env.LEN ?? 16),
  MIN = Number(process.env.MINL ?? 4);
