import type { Language } from "../../diagnostics/language.ts";
import type { Declaration } from "../../syntax/ast.ts";
import { formatPeriodPhrase } from "../display.ts";
import type { PlanFront, PlanModel } from "../model.ts";
import { type Calendar, calendarYear, toPeriod } from "../period.ts";
import type { ProgramSymbol } from "../program.ts";
import { findSymbol } from "../scope.ts";
import { type BindContext, placeOf, report } from "./bind-context.ts";
import { toBody } from "./bind-parts.ts";
import { bindEnds } from "./bind-period.ts";
import { statementsByKind } from "./statements-by-kind.ts";

/** A plan's own facts: its period, its reporting year, and the day from which recurring targets run. */
export function bindPlan(context: BindContext, declaration: Declaration): PlanModel {
  const calendar = bindCalendar(context, declaration);
  const period = bindPlanPeriod(context, declaration, calendar);
  return {
    id: declaration.name.text,
    name: declaration.title?.value || declaration.name.text,
    path: context.entry.path,
    period,
    issuedFrom: bindIssued(context, declaration, calendar, period),
    calendar,
    front: bindFront(context, declaration),
    place: placeOf(context.entry, declaration.name),
  };
}

function bindCalendar(context: BindContext, declaration: Declaration): Calendar {
  const statement = declaration.statements.find((one) => one.kind === "yearEnds");
  if (statement?.kind !== "yearEnds") return calendarYear;
  const day = Number(statement.day.decimal);
  const month = Number(statement.month.decimal);
  if (month === 12 && Number.isInteger(day) && day >= 1 && day <= 28) return { monthEndsOn: day };
  if (month === 12 && day === 31) return calendarYear;
  report(context, "year-ends-invalid", context.entry, statement, {});
  return calendarYear;
}

function bindPlanPeriod(
  context: BindContext,
  declaration: Declaration,
  calendar: Calendar,
): PlanModel["period"] {
  const statement = declaration.statements.find((one) => one.kind === "period");
  if (statement?.kind !== "period") return null;
  const ends = bindEnds(context, statement.range, null, calendar);
  if (!ends) return null;
  const { start, end } = statement.range;
  return {
    first: toPeriod(ends.literal, calendar).first,
    last: ends.last,
    text: context.entry.text.slice(start, end),
  };
}

/** The first day of the period in which it was issued. */
function bindIssued(
  context: BindContext,
  declaration: Declaration,
  calendar: Calendar,
  period: PlanModel["period"],
): PlanModel["issuedFrom"] {
  const statement = declaration.statements.find((one) => one.kind === "issued");
  if (statement?.kind !== "issued" || !statement.period.literal) return null;
  const issued = toPeriod(statement.period.literal, calendar);
  if (period && issued.first > period.last) {
    const holes = {
      issued: (language: Language) => formatPeriodPhrase(issued, language),
      period: period.text,
    };
    report(context, "issued-after-period", context.entry, statement.period, holes);
  }
  return issued.first;
}

function bindFront(context: BindContext, declaration: Declaration): PlanFront {
  const { number, by, signed, copies } = statementsByKind(declaration.statements);
  const [role, name] = signed?.[0]?.texts ?? [];
  const issuer = by?.[0]?.names[0];
  const symbol = issuer && findSymbol(context.program, context.entry.path, issuer, "body");
  return {
    number: number?.[0]?.text.value ?? null,
    ...bodyAndAbove(context, symbol),
    signed: role === undefined ? null : { role: role.value, name: name?.value ?? null },
    copies: (copies ?? []).flatMap(({ texts }) => texts.map(({ value }) => value)),
  };
}

function bodyAndAbove(
  { program }: BindContext,
  symbol: ProgramSymbol | undefined,
): Pick<PlanFront, "issuer" | "above"> {
  if (symbol === undefined) return { issuer: null, above: null };
  const { declaration } = symbol.entry.parsed;
  const partOf = declaration?.kind === "body" ? declaration.partOf : null;
  const above = partOf && findSymbol(program, symbol.entry.path, partOf, "body");
  return { issuer: toBody(symbol), above: above ? toBody(above) : null };
}
