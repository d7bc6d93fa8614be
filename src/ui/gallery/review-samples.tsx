/** Gallery: the parts of the review of an import. */
import { ActionBar } from "../action-bar.tsx";
import { Button } from "../button.tsx";
import { FindingCard, FindingList, FindingPin } from "../finding-card.tsx";
import { Section } from "../panel.tsx";
import { Masked, SourceLines } from "../source-lines.tsx";

export function ReviewSamples() {
  return (
    <Section id="g-review" title="取り込みの確認">
      <FindingList>
        <FindingCard
          number={1}
          severity="error"
          title="電子メールに個人名が含まれています"
          place="1310行"
          choices={<Button small>空けて進む</Button>}
        >
          <p>個人の連絡先は記録しない決まりです。</p>
        </FindingCard>
        <FindingCard
          number={2}
          severity="warning"
          title="元号の年と西暦の年が合いません"
          place="1289行"
          current
          choices={
            <>
              <Button small>平成20年（2008年）</Button>
              <Button small>両方を残して照会する</Button>
            </>
          }
        >
          <p>平成20年は2008年です。どちらかを選ぶか、両方を残せます。</p>
        </FindingCard>
        <FindingCard
          number={3}
          severity="info"
          title="欄は「--」でした"
          place="1305行"
          settled="「記載なし」として記録しました（この端末の担当者）"
        />
      </FindingList>
      <div class="review mt-xl">
        <section class="pane" aria-labelledby="g-source">
          <header>
            <h3 id="g-source">もとの文章</h3>
            <span class="sub small">1280～1310行</span>
          </header>
          <SourceLines
            lines={[
              { line: 1280, text: "1. 見本市試験郡文化交流協定" },
              { line: 1289, text: "平成20（2010）年11月4日", findings: [2], here: true },
              { line: 1305, text: "--", findings: [3] },
              { line: 1310, text: <Masked>個人名を含むため表示しません</Masked>, findings: [1] },
            ]}
          />
        </section>
        <section class="pane" aria-labelledby="g-parsed">
          <header>
            <h3 id="g-parsed">読み取った記録</h3>
          </header>
          <div class="in">
            <dl class="parsed">
              <div>
                <dt>協定名</dt>
                <dd>見本市試験郡文化交流協定</dd>
              </div>
              <div class="ask">
                <dt>
                  締結日 <FindingPin number={2} />
                </dt>
                <dd>2008年11月4日 または 2010年11月4日</dd>
              </div>
            </dl>
          </div>
        </section>
      </div>
      <ActionBar
        label="この個票の操作"
        reasonId="g-why"
        reason="「取り込めません」が1件あるので、先に1番を決めてください。"
      >
        <Button look="main" blockedBy="g-why">
          この内容で確定する
        </Button>
        <Button>直してから確定する</Button>
        <Button look="plain">この個票をとばす</Button>
      </ActionBar>
    </Section>
  );
}
