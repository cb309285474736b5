// Proves that every rule of rules.yaml can fail: each fault below is planted in a small document that is right, and the
// linter has to find it by that rule. A rule without a planted fault fails too, and so does a finding in the right document.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const right = () => {
  const headers = () => ({ 'API-Version': { description: 'Version', schema: { type: 'string' } } });
  const tagged = () => ({ ...headers(), ETag: { description: 'Tag', schema: { type: 'string' } } });
  const refusal = () => ({
    description: 'Refused',
    headers: headers(),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const refusals = (...codes) => Object.fromEntries(codes.map((code) => [code, refusal()]));
  const ok = () => ({
    description: 'The ward',
    headers: tagged(),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Ward' }, example: { name: 'Vathorst' } } },
  });
  const code = () => ({ name: 'code', in: 'path', required: true, description: 'Its code', schema: { type: 'string' }, example: 'a' });
  const ifMatch = () => ({ name: 'If-Match', in: 'header', description: 'The tag', schema: { type: 'string' } });
  const body = () => ({ schema: { $ref: '#/components/schemas/WardWrite' }, example: { name: 'Vathorst' } });
  return {
    openapi: '3.0.3',
    info: {
      title: 'Wards', version: '1.2.3', description: 'Small and right.',
      contact: { name: 'The team', url: 'https://example.org', email: 'team@example.org' },
      license: { name: 'EUPL-1.2' },
    },
    servers: [{ url: '/v1' }],
    security: [{ demo: [] }],
    tags: [{ name: 'wards', description: 'Wards' }],
    paths: {
      '/ward-lists': {
        get: {
          operationId: 'listWards', tags: ['wards'], summary: 'All wards', description: 'In order.', security: [],
          parameters: [{ name: 'sortBy', in: 'query', description: 'The order', schema: { type: 'string', enum: ['name', 'code'] } }],
          responses: { 200: ok(), ...refusals('400', '406', '500') },
        },
      },
      '/wards/{code}': {
        parameters: [code()],
        get: {
          operationId: 'getWard', tags: ['wards'], summary: 'One ward', description: 'As it is.',
          responses: { 200: ok(), 304: { description: 'Known', headers: tagged() }, ...refusals('400', '401', '404', '406', '500') },
        },
        patch: {
          operationId: 'changeWard', tags: ['wards'], summary: 'Change a ward', description: 'Some of it.',
          parameters: [ifMatch()],
          requestBody: { content: { 'application/json': body(), 'application/merge-patch+json': body() } },
          responses: { 200: ok(), ...refusals('400', '401', '404', '406', '412', '413', '415', '428', '500') },
        },
      },
    },
    components: {
      securitySchemes: { demo: { type: 'http', scheme: 'basic' } },
      schemas: {
        Problem: {
          type: 'object', required: ['type', 'title', 'status', 'detail'],
          properties: { type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
        },
        Ward: {
          type: 'object', required: ['name'],
          properties: { name: { type: 'string' }, savedAt: { type: 'string', format: 'date-time' }, openingDate: { type: 'string', format: 'date' } },
        },
        WardWrite: { type: 'object', additionalProperties: false, properties: { name: { type: 'string' } } },
      },
    },
  };
};

const list = (d) => d.paths['/ward-lists'].get;
const ward = (d) => d.paths['/wards/{code}'];
const rename = (object, from, to) => { object[to] = object[from]; delete object[from]; };

// Rule by rule: what is done to the right document. Several faults may stand under one rule.
const faults = {
  'oas3-schema': [(d) => { d.paths['/ward-lists'].get.responses = 'none'; }],
  'oas3-api-servers': [(d) => { d.servers = []; }],
  'oas3-server-variables': [(d) => { d.servers = [{ url: '/{where}/v1' }]; }],
  'operation-operationId-unique': [(d) => { ward(d).get.operationId = 'listWards'; }],
  'operation-tag-defined': [(d) => { list(d).tags = ['unheard-of']; }],
  'openapi-tags-uniqueness': [(d) => { d.tags.push({ name: 'wards', description: 'Again' }); }],
  'path-params': [(d) => { delete ward(d).parameters; }],
  'path-keys-no-trailing-slash': [(d) => { rename(d.paths, '/ward-lists', '/ward-lists/'); }],
  'duplicated-entry-in-enum': [(d) => { list(d).parameters[0].schema.enum = ['name', 'name']; }],
  'no-$ref-siblings': [(d) => { d.components.schemas.Ward.properties.other = { $ref: '#/components/schemas/Problem', description: 'Lost' }; }],
  'oas3-unused-component': [(d) => { d.components.schemas.Forgotten = { type: 'string' }; }],
  'oas3-valid-media-example': [(d) => { list(d).responses[200].content['application/json'].example = { name: 7 }; }],
  'oas3-valid-schema-example': [(d) => { d.components.schemas.Ward.properties.name.example = 7; }],
  'openapi-3-0': [(d) => { d.openapi = '3.1.0'; }],
  'contact-complete': [
    (d) => { delete d.info.contact; }, (d) => { delete d.info.contact.email; }, (d) => { delete d.info.contact.url; }, (d) => { d.info.contact.name = ''; },
  ],
  'licence-named': [(d) => { delete d.info.license; }],
  described: [(d) => { delete d.info.description; }],
  'version-is-semver': [(d) => { d.info.version = '1.2'; }, (d) => { d.info.version = 'v1.2.3'; }],
  'major-version-in-server': [(d) => { d.servers[0].url = '/'; }, (d) => { d.servers[0].url = '/v1.2'; }, (d) => { d.servers[0].url = '/v1/'; }],
  'no-version-in-paths': [(d) => { rename(d.paths, '/ward-lists', '/v1/ward-lists'); }],
  'paths-kebab-case': [
    (d) => { rename(d.paths, '/ward-lists', '/wardLists'); }, (d) => { rename(d.paths, '/ward-lists', '/ward_lists'); }, (d) => { rename(d.paths, '/ward-lists', '/wards.csv'); },
  ],
  methods: [(d) => { d.paths['/ward-lists'].head = { ...list(d), operationId: 'headWards' }; }],
  'operation-id-camel-case': [(d) => { list(d).operationId = 'list-wards'; }, (d) => { delete list(d).operationId; }],
  'operation-explained': [(d) => { delete list(d).summary; }, (d) => { delete list(d).description; }, (d) => { list(d).tags = []; }],
  'query-keys-camel-case': [(d) => { list(d).parameters[0].name = 'sort-by'; }, (d) => { ward(d).parameters.push({ ...list(d).parameters[0], name: 'sort_by' }); }],
  'parameter-explained': [(d) => { delete list(d).parameters[0].description; }],
  'path-parameter-has-example': [(d) => { delete ward(d).parameters[0].example; }],
  'body-has-example': [(d) => { delete ward(d).patch.requestBody.content['application/json'].example; }],
  'patch-is-merge-patch': [(d) => { delete ward(d).patch.requestBody.content['application/merge-patch+json']; }],
  'version-header': [
    (d) => { delete list(d).responses[200].headers; }, (d) => { delete list(d).responses[400].headers['API-Version']; }, (d) => { delete ward(d).get.responses[304].headers['API-Version']; },
  ],
  'problem-details': [
    (d) => { delete list(d).responses[500].content; },
    (d) => { rename(list(d).responses[400].content, 'application/problem+json', 'application/json'); },
    (d) => { list(d).responses[400].content['text/html'] = { schema: { type: 'string' } }; },
    (d) => { d.components.schemas.Problem.required = ['type', 'title', 'status']; },
    (d) => { delete d.components.schemas.Problem.properties.title; },
  ],
  'invalid-input-is-400': [
    (d) => { delete list(d).responses[400]; }, (d) => { delete ward(d).get.responses[400]; }, (d) => { delete ward(d).patch.responses[400]; },
  ],
  'path-parameter-means-404': [(d) => { delete ward(d).get.responses[404]; }],
  'refusals-of-every-operation': [(d) => { delete list(d).responses[406]; }, (d) => { delete list(d).responses[500]; }],
  'refusals-of-a-body': [(d) => { delete ward(d).patch.responses[413]; }, (d) => { delete ward(d).patch.responses[415]; }],
  'refusals-of-a-precondition': [(d) => { delete ward(d).patch.responses[412]; }, (d) => { delete ward(d).patch.responses[428]; }],
  'changes-are-conditional': [(d) => { ward(d).patch.parameters = []; }],
  'accounts-mean-401': [(d) => { delete ward(d).get.responses[401]; }],
  'conditional-reads-have-a-tag': [(d) => { delete ward(d).get.responses[200].headers.ETag; }, (d) => { delete ward(d).get.responses[304].headers.ETag; }],
  'no-all-of-in-responses': [
    (d) => { d.components.schemas.Ward.properties.inner = { allOf: [{ $ref: '#/components/schemas/Problem' }] }; },
    (d) => { list(d).responses[200].content['application/json'].schema = { allOf: [{ $ref: '#/components/schemas/Ward' }] }; },
  ],
  'schema-names': [(d) => { d.components.schemas.ward_part = { type: 'string' }; d.components.schemas.Ward.properties.part = { $ref: '#/components/schemas/ward_part' }; }],
  'property-names': [(d) => { d.components.schemas.Ward.properties.short_name = { type: 'string' }; }],
  instants: [(d) => { delete d.components.schemas.Ward.properties.savedAt.format; }, (d) => { d.components.schemas.Ward.properties.savedAt.format = 'date'; }],
  'dates-without-time': [(d) => { d.components.schemas.Ward.properties.openingDate.format = 'date-time'; }],
  'bodies-are-closed': [(d) => { delete d.components.schemas.WardWrite.additionalProperties; }],
};

const directory = mkdtempSync(join(tmpdir(), 'planted-faults-'));
const wrong = [];
try {
  const files = [];
  const write = (name, document) => {
    const file = join(directory, `${name}.json`);
    writeFileSync(file, JSON.stringify(document));
    files.push(file);
  };
  write('right', right());
  for (const [rule, plants] of Object.entries(faults)) {
    plants.forEach((plant, number) => {
      const document = right();
      plant(document);
      write(`${rule}~${number + 1}`, document);
    });
  }

  const report = join(directory, 'report');
  try {
    execFileSync(join(here, 'node_modules/.bin/spectral'),
      ['lint', '--quiet', '--ruleset', join(here, 'rules.yaml'), '--format', 'json', '--output', report, ...files], { stdio: 'inherit' });
  } catch (error) {
    if (error.status !== 1) throw error;
  }
  const found = new Map(files.map((file) => [basename(file, '.json'), new Set()]));
  for (const finding of JSON.parse(readFileSync(report, 'utf8'))) {
    found.get(basename(finding.source, '.json')).add(finding.code);
  }

  for (const [name, rules] of found) {
    const rule = name.split('~')[0];
    if (name === 'right' && rules.size > 0) wrong.push(`the right document is refused by ${[...rules].join(', ')}`);
    if (name !== 'right' && !rules.has(rule)) wrong.push(`the fault ${name} is not found (but: ${[...rules].join(', ') || 'nothing'})`);
  }
  const rules = [...readFileSync(join(here, 'rules.yaml'), 'utf8').split(/^rules:$/m)[1].matchAll(/^ {2}([a-zA-Z$][\w$-]*):/gm)].map((match) => match[1]);
  for (const rule of rules) if (!(rule in faults)) wrong.push(`no fault is planted for the rule ${rule}`);
  for (const rule of Object.keys(faults)) if (!rules.includes(rule)) wrong.push(`there is no rule ${rule}`);

  for (const line of wrong) console.error(line);
  console.log(`${files.length - 1} planted faults for ${rules.length} rules: ${wrong.length === 0 ? 'every one is found' : `${wrong.length} wrong`}`);
} finally {
  rmSync(directory, { recursive: true });
}
process.exit(wrong.length === 0 ? 0 : 1);
