-- One row for each event as delivered, one narrow column for each thing that a rule asks for. Times are in UTC.
CREATE TYPE event_type AS ENUM (
    'requestReceived', 'requestClosed', 'ownerChanged', 'messageSent', 'messageReceived', 'callEnded', 'meetingHeld',
    'linkClicked', 'socialActivity', 'assetPublished', 'assetRetired', 'assetUsed', 'opportunityOpened',
    'opportunityMoved', 'eventRetracted');
CREATE TYPE actor_kind AS ENUM ('HUMAN', 'AUTOMATION', 'BOT', 'IMPORT', 'UNKNOWN');
CREATE TYPE call_direction AS ENUM ('OUTBOUND', 'INBOUND');
-- In rising order, but for the last, which is outside of it.
CREATE TYPE call_outcome AS ENUM (
    'FAILED', 'WRONG_NUMBER', 'BUSY', 'NO_ANSWER', 'VOICEMAIL', 'ANSWERED', 'REACHED', 'CONVERSATION', 'MEETING_SET',
    'UNKNOWN');
CREATE TYPE close_reason AS ENUM ('NO_ANSWER_NEEDED', 'WITHDRAWN');
CREATE TYPE deal_status AS ENUM ('OPEN', 'WON', 'LOST', 'INVALID');
CREATE TYPE social_kind AS ENUM ('POST', 'COMMENT', 'SHARE', 'MESSAGE', 'CONNECTION', 'REACTION');
CREATE TYPE asset_use AS ENUM ('VIEWED', 'INSERTED', 'SENT', 'PRESENTED');

CREATE TABLE event (
    id VARCHAR NOT NULL,
    type event_type NOT NULL,
    occurred_at TIMESTAMP NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    actor actor_kind NOT NULL,
    rep VARCHAR,
    channel VARCHAR,
    said_cold BOOLEAN,
    person VARCHAR,
    request VARCHAR,
    opportunity VARCHAR,
    owner VARCHAR,           -- of what is received or opened, or the next one
    call VARCHAR,            -- the call itself, or the one from which an opportunity came
    direction call_direction,
    outcome call_outcome,
    lasted BIGINT,           -- microseconds
    message VARCHAR,
    visible BOOLEAN,
    follow_up BOOLEAN,
    auto_reply BOOLEAN,
    links VARCHAR[],
    link_kinds VARCHAR[],
    asset VARCHAR,
    assets VARCHAR[],
    use asset_use,
    activity social_kind,
    status deal_status,
    reason close_reason,
    duplicate_of VARCHAR,
    target VARCHAR);

CREATE MACRO month_of(moment) AS date_trunc('month', moment)::DATE;
-- Texts between quotes would be compared as texts, not in the order of the outcomes.
CREATE MACRO got_through(outcome) AS
    outcome BETWEEN 'ANSWERED'::call_outcome AND 'MEETING_SET'::call_outcome;
CREATE MACRO has_right_number(outcome) AS outcome NOT IN ('FAILED', 'WRONG_NUMBER');
