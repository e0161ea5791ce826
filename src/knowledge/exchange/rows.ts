import { fieldsOf } from './cells.ts';
import { kindOf, type Sink } from './read-text.ts';

/** The mark of the entry template: such rows explain or show, they are no data. */
const IGNORE = '__ignore__';

/** Takes rows of cells under a header; what the header has twice is told once, and its first column stands. */
export function createRows(header: readonly unknown[], headerAt: string, sink: Sink) {
  const names = header.map((cell) => String(cell ?? '').trim());
  const kind = kindOf(names);
  names.forEach((name, index) => {
    if (name !== '' && names.indexOf(name) !== index) {
      sink.skip(headerAt, name, 'this column is there twice: the first one is read');
    }
  });
  return {
    names,
    row: (cells: readonly unknown[], at: string): void => {
      const first = names.map((name, index) => [name, cells[index], names.indexOf(name) === index] as const);
      const row = Object.fromEntries(
        first.filter(([name, , kept]) => kept && name !== '').map(([name, cell]) => [name, cell]),
      );
      const { [IGNORE]: ignored, ...rest } = row;
      const fields = fieldsOf(rest);
      if (ignored === true || /^(?:true|vrai|1)$/i.test(String(ignored ?? ''))) {
        sink.lose(IGNORE, 'rows that the file itself marks as not data');
      } else if (Object.keys(fields).length > 0) {
        sink.take({ at, kind, fields });
      }
    },
  };
}
