// Reads JSON-stat files with the toolkit of the standard's author and prints what it saw: file, municipality, indicator, status and figure, a line each.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import JSONstat from 'jsonstat-toolkit';

for (const file of process.argv.slice(2)) {
  const cube = JSONstat(JSON.parse(readFileSync(file, 'utf8')));
  if (cube.class !== 'dataset' || cube.n !== cube.value.length) {
    throw new Error(`${file}: not a whole dataset: ${cube.class}, ${cube.n} cells, ${cube.value.length} values`);
  }
  for (const row of cube.toTable({ type: 'arrobj', content: 'id', status: true })) {
    console.log(JSON.stringify([basename(file), row.municipality, row.indicator, row.status, row.value]));
  }
}
