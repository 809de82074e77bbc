/** The mathematics of the funnel: plain numbers in, plain numbers out. The table of contents. */
export { FunnelError, type FunnelErrorKind } from "./funnelError";

// How many are needed
export { requiredDeals } from "./requiredDeals";
export { requiredSqls } from "./requiredSqls";
export { requiredMqls } from "./requiredMqls";
export { requiredInquiries } from "./requiredInquiries";
export { requiredVolumes, ROUNDINGS, type Rounding } from "./requiredVolumes";
export { sources } from "./sources";
export { requiredReps } from "./requiredReps";

// What comes of them
export { expectedVolumes } from "./expectedVolumes";
export { expectedBookings } from "./expectedBookings";
export { forward } from "./forward";

// From revenue to bookings, and who brings them
export { ntmSplit } from "./ntmSplit";
export { bookingsForRevenue } from "./bookingsForRevenue";
export { sourceTargets } from "./sourceTargets";
export { apportion } from "./apportion";

// Open pipeline
export { pipelineCoverage, remainingTarget } from "./pipelineCoverage";
export { requiredPipeline } from "./requiredPipeline";
export { coverage } from "./coverage";

// Timing
export { requiredSchedule } from "./requiredSchedule";
export { spreadSchedule } from "./spreadSchedule";
export { phase } from "./phase";
export { forecast } from "./forecast";
export { forecastChain } from "./forecastChain";
export { expectedSchedule } from "./expectedSchedule";
export { expectedStages } from "./expectedStages";
export { feasibleSchedule } from "./feasibleSchedule";
export { earliestVolume } from "./earliestVolume";
export { createBy } from "./createBy";
export { fiscalPeriod, FISCAL_PARTS, type FiscalPart } from "./fiscalPeriod";
export { lagShares, ARRIVALS, type Arrival } from "./lagShares";
export { openForecast } from "./openForecast";
export { openRate } from "./openRate";
export { LAG_MODELS, type LagModelName } from "./lag/lagModel";

// Rates and experiments
export { conversionRate } from "./conversionRate";
export { leadsPerConversion } from "./leadsPerConversion";
export { rateRange, RATE_METHODS, type RateMethod } from "./rateRange";
export { blendedRate } from "./blendedRate";
export { priorWeight } from "./priorWeight";
export { pooledRates } from "./pooledRates";
export { chainRange } from "./chainRange";
export { rateDifference } from "./rateDifference";
export { experimentSize } from "./experimentSize";

// Cohorts
export { cohortRate } from "./cohortRate";
export { cohortRateCounts } from "./cohortRateCounts";
export { cohortCurve } from "./cohortCurve";
export { cohortCurveCounts } from "./cohortCurveCounts";
export { cohortLag } from "./cohortLag";
export { cohortFit } from "./cohortFit";
export { cohortFitFixed } from "./cohortFitFixed";
export { kaplanMeier } from "./kaplanMeier";
export { kaplanMeierQuantile } from "./kaplanMeierQuantile";
export { nelsonAalen } from "./nelsonAalen";
export { cumulativeIncidence } from "./cumulativeIncidence";

// Risk
export { safeVolume } from "./safeVolume";
export { safeVolumeForBookings } from "./safeVolumeForBookings";
export { hitProbability, DEAL_MODELS, type DealModel } from "./hitProbability";
export { bookingsRange } from "./bookingsRange";
export { pipelineHitProbability } from "./pipelineHitProbability";
export { xoshiro128, type XoshiroState } from "./xoshiro128";

// Alignment
export { gapDrivers, GAP_METHODS, type GapMethod } from "./gapDrivers";
export { gapSegments } from "./gapSegments";
export { gapByOwner } from "./gapByOwner";
export { belowAgreed, type AgreedVerdict } from "./belowAgreed";

// Response time and quality
export { businessHours } from "./businessHours";
export { slaDue } from "./slaDue";
export { slaStatus, type SlaStatus } from "./slaStatus";
export { slaAttainment } from "./slaAttainment";
export { slaSummary } from "./slaSummary";
export { localTime } from "./localTime";
export { acceptanceRate } from "./acceptanceRate";

// Credit
export { creditSplit, CREDIT_MODELS, type CreditModel } from "./creditSplit";
export { teamCredit } from "./teamCredit";
export { markovCredit } from "./markovCredit";
export { shapleyCredit } from "./shapleyCredit";
export { bonusPayout } from "./bonusPayout";

// Budget
export { CURVES, type Curve, type CurveName } from "./budget/curve";
export { expectedResult } from "./expectedResult";
export { marginalCost } from "./marginalCost";
export { calibrateCurve } from "./calibrateCurve";
export { allocateBudget, type Allocation } from "./allocateBudget";
export { allocateUnits } from "./allocateUnits";

// Money
export { costPer } from "./costPer";
export { costPerStage } from "./costPerStage";
export { romi } from "./romi";
export { cac } from "./cac";
export { cacRange } from "./cacRange";
export { laggedCac } from "./laggedCac";
export { cacPayback } from "./cacPayback";
export { lifetimeValue } from "./lifetimeValue";
export { salesVelocity } from "./salesVelocity";
export { attainment } from "./attainment";
export { pace } from "./pace";

// Arithmetic
export { ceilGuard } from "./ceilGuard";
export { sum } from "./sum";
