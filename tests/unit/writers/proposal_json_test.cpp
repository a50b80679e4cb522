// The JSON of a proposal: every field of the form, null where nothing is said, nothing left out.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "stet.hpp"
#include "writers/proposal_fixture.hpp"

namespace {

using namespace stet;
using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(const Json& object) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.push_back(key);
    return keys;
}

}  // namespace

TEST_CASE("the JSON of a proposal has the keys of its form in their order") {
    const Json json = Json::parse(write_proposal(test::proposal(), "json"));
    CHECK(json["format"] == "stet-proposal/1");
    CHECK(keys_of(json) == std::vector<std::string>{"format", "source", "title", "date", "party", "items", "ta_ledger",
                                                    "changes", "wage_tables", "findings", "not_understood",
                                                    "diagnostics"});
    CHECK(keys_of(json["changes"][0]) ==
          std::vector<std::string>{"id", "item", "heading", "lines", "instruction", "op", "unit", "target", "position",
                                   "struck_text", "inserted_text", "condition", "status", "ta_date", "asked_of",
                                   "money", "confidence", "readings", "flags"});
    CHECK(json["source"]["sha256"].get<std::string>().size() == 64);
    CHECK(json["party"] == "company");
    CHECK(json["items"]["missing"] == Json::array({"7"}));
}

TEST_CASE("the JSON of a proposal is null where nothing is said") {
    Proposal proposal;
    proposal.operations.emplace_back();
    const Json json = Json::parse(write_proposal(proposal, "json"));
    CHECK(json["title"].is_null());
    CHECK(json["party"].is_null());
    const Json& change = json["changes"][0];
    for (const char* key :
         {"heading", "instruction", "position", "struck_text", "inserted_text", "condition", "ta_date", "asked_of"})
        CHECK_MESSAGE(change[key].is_null(), key);
    for (const auto& [key, value] : change["target"].items()) CHECK_MESSAGE(value.is_null(), key);
    CHECK(change["readings"] == Json::array());
}

TEST_CASE("operations keep their words, status and readings in the JSON") {
    const Json json = Json::parse(write_proposal(test::proposal(), "json"));
    const Json& repeal = json["changes"][0];
    CHECK(repeal["op"] == "repeal");
    CHECK(repeal["condition"] == "upon expiration of the agreement");
    const Json& agreed = json["changes"][1];
    CHECK(agreed["lines"] == Json::array({21, 23}));
    CHECK(agreed["status"] == "TA");
    CHECK(agreed["ta_date"] == "2026-03-14");
    CHECK(agreed["target"]["sentence"] == "last");
    CHECK(agreed["struck_text"] == "at least seven (7)");
    const Json& ambiguous = json["changes"][2];
    CHECK(ambiguous["confidence"] == "ambiguous");
    CHECK(ambiguous["money"][0] == Json({{"what", "night premium"}, {"from", "0.90"}, {"to", "1.20"}}));
    CHECK(ambiguous["readings"].size() == 2);
    CHECK(ambiguous["readings"][1]["inserted_text"].is_null());
    CHECK(ambiguous["readings"][1]["against"] == "nothing would take its place");
    Proposal removal;
    removal.operations.push_back(test::operation("1", "1", Op::remove, Unit::sentence));
    CHECK(Json::parse(write_proposal(removal, "json"))["changes"][0]["op"] == "delete");
}

TEST_CASE("a date that is no date of agreement has a key of its own") {
    Proposal proposal;
    proposal.operations.push_back(test::operation("1", "1", Op::insert, Unit::section));
    proposal.operations[0].status = Status::withdrawn;
    proposal.operations[0].status_date = "2026-03-20";
    const Json change = Json::parse(write_proposal(proposal, "json"))["changes"][0];
    CHECK(change["ta_date"].is_null());
    CHECK(change["status_date"] == "2026-03-20");
}

TEST_CASE("amounts of wage tables are exact strings in the JSON") {
    const Json table = Json::parse(write_proposal(test::proposal(), "json"))["wage_tables"][0];
    CHECK(table["classification"] == "Food Clerk");
    const Json& row = table["rows"][0];
    CHECK(row["current"] == "15.90");
    CHECK(row["proposed"] == Json::array({"16.25", "16.65"}));
    CHECK(row["stated_increase"] == "0.75");
    CHECK(row["increase"] == Json::array({"0.35", "0.40"}));
    CHECK(row["percent"] == Json::array({"2.2", "2.5"}));
    CHECK(row["total_percent"] == "4.7");
    CHECK(row["flags"] == Json::array({"STATED_INCREASE_MISMATCH"}));
    CHECK(table["rows"][1]["proposed"][1].is_null());
    CHECK(table["rows"][1]["total"].is_null());
}

TEST_CASE("other money by date stands in the JSON beside the wage tables, where there is any") {
    Proposal proposal = test::proposal();
    CHECK_FALSE(Json::parse(write_proposal(proposal, "json")).contains("money_tables"));
    proposal.money_tables = {proposal.wage_tables.front()};
    proposal.money_tables.front().classification = "Loom Fund";
    const Json table = Json::parse(write_proposal(proposal, "json"))["money_tables"][0];
    CHECK(table["classification"] == "Loom Fund");
    CHECK(table["rows"][0]["current"] == "15.90");
}

TEST_CASE("bytes that are no text cannot break the JSON of a proposal") {
    Proposal proposal;
    proposal.operations.push_back(test::operation("1", "1", Op::note, Unit::summary));
    proposal.operations[0].heading = "a \"quote\" \x01 \xff\xfe \xe2\x82";
    CHECK(Json::accept(write_proposal(proposal, "json")));
}
