// Reads JSON-stat files with the toolkit of the standard's author and prints what it saw: file, municipality, indicator, status, figure and its bounds, a line each.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import JSONstat from 'jsonstat-toolkit';

for (const file of process.argv.slice(2)) {
  const cube = JSONstat(JSON.parse(readFileSync(file, 'utf8')));
  if (cube.class !== 'dataset' || cube.n !== cube.value.length) {
    throw new Error(`${file}: not a whole dataset: ${cube.class}, ${cube.n} cells, ${cube.value.length} values`);
  }
  cube.toTable({ type: 'arrobj', content: 'id', status: true }).forEach((row, at) => {
    const { low = null, high = null } = cube.extension.figures[at];
    console.log(JSON.stringify([basename(file), row.municipality, row.indicator, row.status, row.value, low, high]));
  });
}
