// A proposal as JSON, form stet-proposal/1: what is not said is null.
#include <nlohmann/json.hpp>

#include "proposal/wage_tables.hpp"
#include "writers/json_parts.hpp"
#include "writers/proposal/proposal_writer.hpp"
#include "writers/writer.hpp"

namespace stet {

namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view words) {
    return words.empty() ? Json(nullptr) : Json(words);
}

Json amount(const std::optional<Decimal>& value) {
    return value ? Json(value->text(2)) : Json(nullptr);
}

Json lines(Lines lines) {
    return {lines.first, lines.last};
}

template <class Values, class Make>
Json list(const Values& values, Make make) {
    Json out = Json::array();
    for (const auto& value : values) out.push_back(make(value));
    return out;
}

Json target(const Target& target) {
    return json_object({{"agreement", text(target.agreement)},
                        {"article", text(target.article)},
                        {"article_title", text(target.article_title)},
                        {"section", text(target.section)},
                        {"paragraph", text(target.paragraph)},
                        {"sentence", text(target.sentence)},
                        {"letter", text(target.letter)}});
}

Json flag(const Flag& flag) {
    return json_object({{"code", flag.code}, {"severity", flag_severity_name(flag.severity)}, {"text", flag.text}});
}

Json money(const MoneyChange& money) {
    return json_object({{"what", money.what}, {"from", text(money.from)}, {"to", text(money.to)}});
}

Json reading(const OperationReading& reading) {
    return json_object({{"text", reading.text},
                        {"op", op_name(reading.op)},
                        {"struck_text", text(reading.struck_text)},
                        {"inserted_text", text(reading.inserted_text)},
                        {"for", reading.speaks_for},
                        {"against", reading.speaks_against}});
}

Json change(const Operation& operation) {
    const bool agreed = operation.status == Status::tentatively_agreed;
    Json out = json_object({{"id", operation.id},
                            {"item", operation.item},
                            {"heading", text(operation.heading)},
                            {"lines", lines(operation.lines)},
                            {"instruction", text(operation.instruction)},
                            {"op", op_name(operation.op)},
                            {"unit", unit_name(operation.unit)},
                            {"target", target(operation.target)},
                            {"position", text(position_name(operation.position))},
                            {"struck_text", text(operation.struck_text)},
                            {"inserted_text", text(operation.inserted_text)},
                            {"condition", text(operation.condition)},
                            {"status", status_name(operation.status)},
                            {"ta_date", text(agreed ? operation.status_date : std::string())}});
    if (!agreed && !operation.status_date.empty()) out["status_date"] = operation.status_date;
    out["asked_of"] = text(side_name(operation.asked_of));
    out["money"] = list(operation.money, money);
    out["confidence"] = confidence_name(operation.confidence);
    out["readings"] = list(operation.readings, reading);
    out["flags"] = list(operation.flags, flag);
    return out;
}

Json agreement(const TentativeAgreement& agreement) {
    return {{"item", agreement.item},
            {"target", target(agreement.target)},
            {"date", text(agreement.date)},
            {"raw", agreement.raw},
            {"year_inferred", agreement.year_inferred}};
}

Json wage_row(const WageRow& row) {
    return json_object({{"step_current", text(row.step_current)},
                        {"step_new", text(row.step_new)},
                        {"current", amount(row.current)},
                        {"proposed", list(row.proposed, amount)},
                        {"stated_increase", amount(row.stated_increase)},
                        {"increase", list(row.increase, amount)},
                        {"percent", list(row.percent, [](const std::string& percent) { return text(percent); })},
                        {"total", amount(row.total)},
                        {"total_percent", text(row.total_percent)},
                        {"flags", list(row.flags, [](const Flag& flag) { return Json(flag.code); })}});
}

/// A raise stands among the rows: by how much, in sums or percent, and no rates.
Json wage_raise(const WageTable& table, const WageRaise& raise) {
    constexpr std::string_view percent_sign = " %";
    Json increase = Json::array(), percent = Json::array(), proposed = Json::array();
    for (const std::string& amount : raise.amounts) {
        const bool share = amount.ends_with(percent_sign);
        const std::string number = share ? amount.substr(0, amount.size() - percent_sign.size())
                                         : amount.substr(amount.starts_with("+") ? 1 : 0);
        proposed.push_back(nullptr);
        increase.push_back(share ? Json(nullptr) : text(number));
        percent.push_back(share ? text(number) : Json(nullptr));
    }
    const Json name = text(raise_name(table, raise));
    return json_object({{"step_current", name},
                        {"step_new", name},
                        {"current", nullptr},
                        {"proposed", std::move(proposed)},
                        {"stated_increase", nullptr},
                        {"increase", std::move(increase)},
                        {"percent", std::move(percent)},
                        {"total", nullptr},
                        {"total_percent", nullptr},
                        {"flags", Json::array()}});
}

Json wage_table(const WageTable& table) {
    Json rows = list(table.rows, wage_row);
    for (const WageRaise& raise : table.raises) rows.push_back(wage_raise(table, raise));
    Json out = json_object({{"classification", table.classification},
                            {"group", text(table.group)},
                            {"lines", lines(table.lines)},
                            {"effective", table.effective},
                            {"rows", std::move(rows)}});
    if (!table.flags.empty()) out["flags"] = list(table.flags, flag);
    return out;
}

Json finding(const Finding& finding) {
    Json out = flag(finding.flag);
    out["lines"] = finding.lines.first == 0 ? Json(nullptr) : lines(finding.lines);
    return out;
}

Json diagnostic(const Diagnostic& diagnostic) {
    const auto place = [](std::uint32_t number) { return number == 0 ? Json(nullptr) : Json(number); };
    return {{"severity", diagnostic.severity == Severity::warning ? "warning" : "info"},
            {"code", diagnostic.code},
            {"message", diagnostic.message},
            {"file", diagnostic.file},
            {"line", place(diagnostic.line)},
            {"column", place(diagnostic.column)}};
}

/// One line a change and a wage table, so that the file can be read and compared.
class ProposalJson {
public:
    explicit ProposalJson(const Proposal& proposal) : proposal_(proposal) {}

    std::string run() {
        const Source& source = proposal_.document.source;
        out_ += "{\"format\":\"stet-proposal/1\"";
        put("source", {{"file", source.name()}, {"sha256", source.sha256()}, {"grammar", proposal_.document.grammar}});
        put("title", text(proposal_.title));
        put("date", text(proposal_.date));
        put("party", text(side_name(proposal_.party)));
        put("items", {{"present", proposal_.items_present}, {"missing", proposal_.items_missing}});
        put_list("ta_ledger", proposal_.ledger, agreement);
        put_list("changes", proposal_.operations, change);
        put_list("wage_tables", proposal_.wage_tables, wage_table);
        if (!proposal_.money_tables.empty()) put_list("money_tables", proposal_.money_tables, wage_table);
        put_list("findings", proposal_.findings, finding);
        put_list("not_understood", proposal_.not_understood, [](const NotUnderstood& left) {
            return Json{{"lines", lines(left.lines)}, {"text", left.text}};
        });
        put_list("diagnostics", proposal_.diagnostics, diagnostic);
        out_ += "}\n";
        return std::move(out_);
    }

private:
    void put(const char* key, const Json& value) {
        out_ += ",\n\"";
        out_ += key;
        out_ += "\":" + dump(value);
    }

    template <class Values, class Make>
    void put_list(const char* key, const Values& values, const Make& make) {
        append_list(out_, key, values.size(), [&](std::size_t i) { return make(values[i]); });
    }

    const Proposal& proposal_;
    std::string out_;
};

/// A unit as a redline refers to it.
Json unit_of(const Document& document, NodeId node) {
    if (node == none || node == 0) return nullptr;
    const Node& unit = document.nodes[node];
    return {{"path", unit.path},       {"level", document.levels[unit.level]}, {"label", unit.label.written},
            {"heading", unit.heading}, {"line", document.line(node)},          {"last_line", document.last_line(node)}};
}

}  // namespace

std::string write_proposal_json(const Proposal& proposal, const WriteOptions&) {
    return ProposalJson(proposal).run();
}

std::string write_carried_out_json(const Proposal& proposal, const std::vector<CarriedOut>& steps,
                                   const Redline& redline, const WriteOptions& options) {
    std::string out = write_proposal_json(proposal, options);
    out.resize(out.rfind('}'));
    out += ",\n\"carried_out\":[";
    const char* between = "\n";
    for (const CarriedOut& step : steps) {
        const Json json = {{"change", proposal.operations[step.operation].id},
                           {"done", step.done},
                           {"base", unit_of(redline.before, step.base)},
                           {"found_by", text(found_by_name(step.found_by))},
                           {"reason", text(step.reason)},
                           {"remarks", step.remarks}};
        out += between + dump(json);
        between = ",\n";
    }
    out += "],\n\"redline\":" + write_json(redline, options);
    return out + "}\n";
}

}  // namespace stet
