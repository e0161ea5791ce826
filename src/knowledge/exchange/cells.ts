const LISTS = new Set([
  'thematiques',
  'publics',
  'modes_accueil',
  'zone_eligibilite',
  'modes_mobilisation',
  'mobilisable_par',
  'reseaux_porteurs',
]);
const NUMBERS = new Set(['longitude', 'latitude', 'volume_horaire_hebdomadaire', 'nombre_semaines']);
/** Digits that a spreadsheet turns into numbers, and loses the first zero of. */
const DIGITS = new Map([
  ['code_postal', 5],
  ['code_insee', 5],
  ['siret', 14],
]);

/** The fields of a row of cells, as the record's schema wants them; empty cells are absent. */
export function fieldsOf(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    const value = cellValue(name, cell);
    if (value !== null) {
      fields[name] = value;
    }
  }
  return fields;
}

function cellValue(name: string, cell: unknown): unknown {
  if (cell === null || cell === undefined) {
    return null;
  }
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10);
  }
  if (Array.isArray(cell)) {
    return cell;
  }
  const text = String(cell).trim();
  if (text === '') {
    return null;
  }
  if (LISTS.has(name)) {
    return listOf(text);
  }
  return NUMBERS.has(name) ? numberOf(text) : textOf(name, text);
}

/** `a, b`, `a|b`, `["a","b"]`, `{a,b}`. */
function listOf(text: string): string[] {
  return text
    .replace(/^[[{]|[\]}]$/g, '')
    .split(/[,|;\n]/)
    .map((item) => item.trim().replace(/^["']|["']$/g, ''))
    .filter((item) => item !== '');
}

/** A decimal comma is a decimal point; what is no number is left as it is, for the check to say so. */
function numberOf(text: string): number | string {
  const plain = text.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : text;
}

function textOf(name: string, text: string): string {
  const width = DIGITS.get(name);
  const digits = text.replace(/\.0$/, '');
  if (width !== undefined && /^\d+$/.test(digits)) {
    return digits.padStart(width, '0');
  }
  // A producer's moment is more than the day we need.
  return name === 'date_maj' && /^\d{4}-\d{2}-\d{2}[T ]/.test(text) ? text.slice(0, 10) : text;
}

/** Values of a JSON record: dates and lists written as texts are read like cells. */
export function fieldsOfJson(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const text = typeof value === 'string';
    if (value !== null && value !== '') {
      fields[name] = text && (LISTS.has(name) || name === 'date_maj') ? cellValue(name, value) : value;
    }
  }
  return fields;
}
