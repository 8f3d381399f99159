import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const TABLES = [
  `create table enrolment_tokens (
    tenant text not null,
    hash text not null,
    max_uses integer,
    uses integer not null default 0,
    expires_at bigint,
    created_at bigint not null,
    primary key (tenant, hash)
  )`,
  `create table devices (
    tenant text not null,
    device uuid not null,
    kid text not null,
    public_key text not null,
    token_hash text not null unique,
    app_version text not null,
    browser text not null,
    os text not null,
    enrolled_at bigint not null,
    seen_at bigint not null,
    revoked_at bigint,
    primary key (tenant, device)
  )`,
  `create table chains (
    tenant text not null,
    chain uuid not null,
    device uuid not null,
    contiguous_seq bigint not null default 0,
    head text,
    head_epoch bigint,
    primary key (tenant, chain)
  )`,
  'create index chains_by_device on chains (tenant, device)',
  `create table records (
    tenant text not null,
    chain uuid not null,
    seq bigint not null,
    id uuid not null,
    kind text not null,
    device uuid not null,
    epoch bigint not null,
    ts bigint not null,
    received_at bigint not null,
    hash text not null,
    prev text not null,
    link text not null check (link in ('linked', 'missing', 'broken')),
    body text not null,
    kid text not null,
    sig text not null,
    primary key (tenant, chain, seq),
    unique (tenant, id)
  )`,
  `create table receipts (
    tenant text not null,
    chain uuid not null,
    seq bigint not null,
    receipt text not null,
    primary key (tenant, chain, seq)
  )`,
  `create table dead_letters (
    tenant text not null,
    id bigint generated always as identity,
    device uuid not null,
    received_at bigint not null,
    code text not null,
    message text not null,
    line bytea not null,
    line_bytes integer not null,
    line_hash text not null,
    chain uuid,
    seq bigint,
    primary key (tenant, id),
    unique (tenant, device, line_hash, code)
  )`,
  'create index dead_letters_by_place on dead_letters (tenant, chain, seq)',
  `create table decisions (
    tenant text not null,
    id uuid not null,
    chain uuid not null,
    seq bigint not null,
    hash text not null,
    device uuid not null,
    ts bigint not null,
    received_at bigint not null,
    app text not null,
    host text not null,
    channel text not null,
    account_kind text not null,
    action text not null,
    would_action text not null,
    user_choice text not null,
    mode text not null,
    reason text not null,
    rules jsonb not null,
    decisive text,
    classes jsonb not null,
    policy_digest text,
    policy_version bigint,
    effect_state text,
    effect_agreement text,
    primary key (tenant, id)
  )`,
  'create index decisions_by_time on decisions (tenant, ts desc, id desc)',
  'create index decisions_by_arrival on decisions (tenant, received_at)',
  'create index decisions_by_action on decisions (tenant, action, ts desc, id desc)',
  'create index decisions_by_app on decisions (tenant, app, ts desc, id desc)',
  `create table effects (
    tenant text not null,
    id uuid not null,
    decision uuid not null,
    device uuid not null,
    seq bigint not null,
    state text not null,
    observed_by text not null,
    agreement text not null,
    primary key (tenant, id)
  )`,
  'create index effects_by_decision on effects (tenant, decision)',
  `create table incidents (
    tenant text not null,
    id uuid not null,
    cause text not null,
    kind text not null,
    severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
    status text not null check (status in ('open', 'investigating', 'closed')),
    verdict text,
    assignee text,
    version integer not null default 1,
    created_at bigint not null,
    updated_at bigint not null,
    device uuid not null,
    chain uuid,
    seq bigint,
    decision uuid,
    primary key (tenant, id),
    unique (tenant, cause)
  )`,
  'create index incidents_by_time on incidents (tenant, created_at desc, id desc)',
  'create index incidents_by_decision on incidents (tenant, decision)',
  `create table incident_events (
    tenant text not null,
    id bigint generated always as identity,
    incident uuid not null,
    at bigint not null,
    actor text not null,
    changes jsonb not null,
    note text,
    primary key (tenant, id)
  )`,
  'create index incident_events_by_incident on incident_events (tenant, incident, id)',
  `create table policies (
    tenant text not null,
    digest text not null,
    epoch text not null,
    version bigint not null,
    envelope text not null,
    etag text not null,
    added_at bigint not null,
    primary key (tenant, digest, epoch)
  )`,
  `create table server_keys (
    tenant text primary key,
    kid text not null,
    public_key text not null,
    private_key text not null,
    created_at bigint not null
  )`,
  `create table reviewers (
    tenant text not null,
    name text not null,
    role text not null,
    password_hash text not null,
    created_at bigint not null,
    primary key (tenant, name)
  )`,
  `create table sessions (
    token_hash text primary key,
    tenant text not null,
    reviewer text not null,
    created_at bigint not null,
    expires_at bigint not null
  )`,
  `create table audit (
    tenant text not null,
    id bigint generated always as identity,
    at bigint not null,
    actor text not null,
    act text not null,
    subject text not null,
    primary key (tenant, id)
  )`,
];

export const initial: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
