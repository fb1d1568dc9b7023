// Who may import whom; docs/decisions/001 says why. A room lists what it may reach, all else is refused.
const rooms = '(domain|lib|db|auth|components|app|scripts|messages|test)'
const only = (room, ...others) => ({
  name: `${room}-reaches-only-${others.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: `^${rooms}/`, pathNot: `^(${[room, ...others].join('|')})/` },
})
const keep = (name, path, pathNot) => ({
  name,
  severity: 'error',
  from: { pathNot },
  to: { path: `^node_modules/${path}` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain'),
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    only('lib', 'domain', 'messages'),
    only('db', 'lib', 'domain'),
    only('auth', 'db', 'lib', 'domain'),
    only('components', 'lib', 'domain'),
    only('app', 'messages', 'components', 'auth', 'db', 'lib', 'domain'),
    only('scripts', 'app', 'messages', 'components', 'auth', 'db', 'lib', 'domain'),
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { pathNot: '^(test/|vitest|playwright)' },
      to: { path: '^test/' },
    },
    {
      name: 'ui-stands-alone',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^components/(?!ui/)' },
    },
    {
      name: 'component-folders-apart',
      severity: 'error',
      from: { path: '^components/(survey|report|staff|paper)/' },
      to: { path: '^components/(survey|report|staff|paper)/', pathNot: '^components/$1/' },
    },
    {
      name: 'top-of-db-carries-its-folders',
      severity: 'error',
      from: { path: '^db/[^/]+\\.ts$' },
      to: { path: '^db/(?!schema/)[^/]+/' },
    },
    {
      name: 'folders-of-a-room-go-one-way',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(db|domain)/' },
      to: { circular: true },
    },
    keep(
      'sql-only-in-db',
      '(drizzle-orm|@libsql|libsql)',
      '^(db/|test/|drizzle\\.config|node_modules)',
    ),
    keep('next-auth-only-in-auth', '(next-auth|@auth)', '^(auth/|app/api/auth/|node_modules)'),
    { name: 'no-cycles', severity: 'error', from: { path: `^${rooms}/` }, to: { circular: true } },
    { name: 'no-missing-modules', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|test/bench/bare|test/data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
    },
  },
}
