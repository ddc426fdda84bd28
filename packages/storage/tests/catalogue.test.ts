/**
 * What the catalogue of the database says of the second wall. Each question lists what would be a leak; the answer
 * is nothing. (The list is that of the quality goals, SEC-04.)
 */
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres, type TestPostgres } from '../../../tools/testing/postgres.ts'
import { migrate } from '../src/index.ts'

let postgres: TestPostgres
let client: Client

beforeAll(async () => {
  postgres = await startPostgres()
  await migrate(postgres.url)
  client = new Client({ connectionString: postgres.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await postgres.stop()
})

const ours = `relnamespace = 'public'::regnamespace`

/**
 * Tables that are everybody's, with the reason: they name no organisation and nobody, so there is nothing to hide
 * between organisations.
 */
const OPEN: Readonly<Record<string, string>> = {
  kaohe_migration: 'the application cannot read it at all',
  failed_sign_in: 'hashes of logins and addresses, asked before anyone is known',
  installation: 'whether anyone was set up here',
  log_node: 'hashes of the tree',
  log_checkpoint: 'sizes, hashes and signatures',
  holiday: 'the holidays of China',
  holiday_year: 'for which years they are known',
}

async function names(sql: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql)
  return rows.map(({ name }) => name).toSorted()
}

const leaks: Readonly<Record<string, string>> = {
  'a function that works with the rights of its owner': `
    SELECT proname AS name FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND prosecdef`,
  'a view that looks with the rights of its owner, or that keeps what it saw': `
    SELECT relname AS name FROM pg_class WHERE ${ours} AND (relkind = 'm' OR (relkind = 'v'
      AND NOT coalesce('security_invoker=true' = ANY (reloptions) OR 'security_invoker=on' = ANY (reloptions), false)))`,
  'a rule, that works with the rights of the owner of its table': `
    SELECT rulename AS name FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    WHERE c.${ours} AND rulename <> '_RETURN'`,
  'a table of another owner than the one who migrates': `
    SELECT relname AS name FROM pg_class WHERE ${ours} AND relkind IN ('r', 'p', 'S', 'v')
      AND relowner <> current_user::regrole AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.objid = pg_class.oid AND d.deptype = 'e')`,
  'something that the application owns': `
    SELECT relname AS name FROM pg_class WHERE relowner = 'kaohe_app'::regrole
    UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'kaohe_app'::regrole`,
  'a table, column or sequence that is granted to everybody': `
    SELECT relname AS name FROM pg_class, aclexplode(relacl) a WHERE ${ours} AND a.grantee = 0
    UNION ALL SELECT relname || '.' || attname FROM pg_attribute, pg_class, aclexplode(attacl) a
      WHERE attrelid = pg_class.oid AND ${ours} AND a.grantee = 0`,
  'a right of somebody else than the owner and the application': `
    SELECT relname || ' to ' || a.grantee::regrole AS name FROM pg_class, aclexplode(relacl) a
    WHERE ${ours} AND a.grantee NOT IN (relowner, 'kaohe_app'::regrole)`,
  'rights that things to come would have by themselves': `
    SELECT defaclrole::regrole::text AS name FROM pg_default_acl`,
  'more than reading and writing rows, for the application': `
    SELECT relname || ': ' || a.privilege_type AS name FROM pg_class, aclexplode(relacl) a
    WHERE ${ours} AND a.grantee = 'kaohe_app'::regrole
      AND a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')`,
  'a right that the application may pass on': `
    SELECT relname AS name FROM pg_class, aclexplode(relacl) a
    WHERE ${ours} AND a.grantee = 'kaohe_app'::regrole AND a.is_grantable`,
  'a way for the application to make tables or functions': `
    SELECT nspname AS name FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_temp%' AND nspname NOT LIKE 'pg\\_toast%'
      AND has_schema_privilege('kaohe_app', oid, 'CREATE')`,
  'a role that the application could become': `
    SELECT r.rolname AS name FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid
    WHERE m.member = 'kaohe_app'::regrole`,
  'an attribute with which the application could pass the wall': `
    SELECT rolname AS name FROM pg_roles WHERE rolname = 'kaohe_app'
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
  'a policy for others than the application': `
    SELECT tablename || '.' || policyname AS name FROM pg_policies
    WHERE schemaname = 'public' AND roles <> '{kaohe_app}'`,
  'a policy that shows everything': `
    SELECT tablename || '.' || policyname AS name FROM pg_policies
    WHERE schemaname = 'public' AND (qual = 'true' OR (qual IS NULL AND cmd <> 'INSERT'))`,
  'a table with an organisation and with rights for the application, without row security': `
    SELECT relname AS name FROM pg_class c WHERE ${ours} AND relkind = 'r' AND NOT relrowsecurity
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('org', 'person', 'unit'))`,
  'a sequence, whose numbers would tell one organisation of the others': `
    SELECT relname AS name FROM pg_class, aclexplode(relacl) a
    WHERE ${ours} AND relkind = 'S' AND a.grantee IN (0, 'kaohe_app'::regrole)`,
  'a trigger that works behind the policies': `
    SELECT tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE c.${ours} AND NOT tgisinternal`,
  'a table that others may follow from afar': `SELECT pubname AS name FROM pg_publication`,
}

describe('the catalogue shows', () => {
  it.each(Object.keys(leaks))('not %s', async (leak) => {
    expect(await names(leaks[leak]!)).toEqual([])
  })

  it('row security on every table but those that are everybody’s', async () => {
    const bare = `SELECT relname AS name FROM pg_class WHERE ${ours} AND relkind = 'r' AND NOT relrowsecurity`
    expect(await names(bare)).toEqual(Object.keys(OPEN).toSorted())
  })

  it('nothing to the application of how the database was migrated', async () => {
    const may = `SELECT has_table_privilege('kaohe_app', 'kaohe_migration', 'SELECT, INSERT, UPDATE, DELETE') AS may`
    expect((await client.query<{ may: boolean }>(may)).rows).toEqual([{ may: false }])
  })

  it('no row of any table with an organisation to one who has not said who asks', async () => {
    const tables = await names(
      `SELECT relname AS name FROM pg_class WHERE ${ours} AND relkind = 'r' AND relrowsecurity
        AND has_table_privilege('kaohe_app', oid, 'SELECT')`,
    )
    expect(tables.length).toBeGreaterThan(30)
    await client.query(`INSERT INTO unit (id, path, kind, name) VALUES
      ('00000000-0000-4000-8000-000000000001', '{00000000-0000-4000-8000-000000000001}', '团委', '甲')`)
    await client.query('SET ROLE kaohe_app')
    try {
      for (const table of tables) {
        const { rows } = await client.query(`SELECT count(*)::int AS n FROM "${table}"`)
        expect([table, rows]).toEqual([table, [{ n: 0 }]])
      }
    } finally {
      await client.query('RESET ROLE')
    }
  })

  it('each of these leaks, where there is one', async () => {
    const planted = `
      CREATE FUNCTION leak() RETURNS int LANGUAGE sql SECURITY DEFINER RETURN 1;
      CREATE VIEW leak_view AS SELECT * FROM unit;
      CREATE TABLE leak_table (org uuid);
      GRANT SELECT ON leak_table TO PUBLIC;
      GRANT TRUNCATE ON leak_table TO kaohe_app WITH GRANT OPTION;
      GRANT CREATE ON SCHEMA public TO kaohe_app;
      CREATE POLICY leak_policy ON unit USING (true);
      CREATE SEQUENCE leak_sequence;
      GRANT USAGE ON SEQUENCE leak_sequence TO kaohe_app;
      ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO kaohe_app;
      ALTER TABLE leak_table OWNER TO kaohe_app;
      ALTER ROLE kaohe_app BYPASSRLS;
      GRANT pg_read_all_data TO kaohe_app;
      CREATE RULE leak_rule AS ON UPDATE TO department DO INSTEAD NOTHING;
      CREATE PUBLICATION leak_publication FOR TABLE unit;
      CREATE FUNCTION leak_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER leak_trigger BEFORE UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION leak_trigger();`
    await client.query('BEGIN')
    try {
      await client.query(planted)
      const silent: string[] = []
      for (const [leak, sql] of Object.entries(leaks))
        if ((await names(sql)).length === 0) silent.push(leak)
      expect(silent).toEqual([])
    } finally {
      await client.query('ROLLBACK')
    }
  })
})
