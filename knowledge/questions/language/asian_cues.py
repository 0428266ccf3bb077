"""Cues of Chinese and Japanese, which part no words, with the English words that stand for them."""

from __future__ import annotations

ASIAN_CUES = {
    "zh": """
    什么时候=when 何时=when 谁=who 哪些=which 哪个=which 哪=which 什么=what 为什么=why 怎么=how
    多少=how_many 几=how_many 可以=can 能=can 使用=use 访问=access 开放=available 可用=available
    禁止=banned 暂停=suspended 允许=allowed 罚款=fine 处罚=penalty 截止=deadline 期限=deadline
    法律=law 法案=bill 法规=regulation 命令=order 行政令=executive_order 生效=force 签署=signed
    要求=required 请求=asked 自愿=voluntary 强制=mandatory 义务=requirements 必须=must
    公司=companies 企业=companies 模型=model 许可证=licence 许可=licence 权重=weights 价格=price
    说=said 意思=means 门槛=threshold 阈值=threshold 小时=hours 天=days 法官=judge 法院=court
    原因=reason 政府=government 发布=released 备案=filing 登记=registration 出口管制=export_control
    网络安全法=china_cybersecurity_law_amendment 欧盟人工智能法=eu_ai_act 解除=lifted 用户=users
    中国=china 美国=us 欧盟=eu 加州=california 白宫=white_house 人工智能=ai
    拟人化互动服务=anthropomorphic_interactive_services 拟人化=anthropomorphic
    管理暂行办法=interim_measures 暂行办法=interim_measures 生成式=generative 算法=algorithm
    服务=services 标识=labelling 信=letter 框架=framework 协议=accord 国家安全=national_security
    法官林=judge_lin 谁签署=who_signed 外国人=foreign_nationals 限制=limit 恢复=restored 草案=draft
    日期=date 韩国=korea 日本=japan 英国=uk 特朗普=trump 商务部=commerce 开源=open_weights
    区别=difference 事件=incident 领导=heads 负责人=head 关闭=switched_off 下线=switched_off
    重新=again 最高=maximum 金额=amount 多久=how_long 多长时间=how_long 开发者=developers
    报告=report 上报=report 适用=applies 否决=vetoed 通过=passed 算力=compute 营收=revenue
    收入=revenue 审计=audit 州=state 国家=country 现在=now 已经=already 第一=first 最新=latest
    起诉=sued 诉讼=lawsuit 判决=ruling 裁定=ruled 执行=enforce 公开=public 版本=version 出口=export
    成员=members 州长=governor 总统=president 有效=in_force 仍然=still 为何=why 哪家=which_company
    是谁=who_is 人工智能拟人化互动服务管理暂行办法=anthropomorphic_ai_measures
    拟人化互动服务管理暂行办法=anthropomorphic_ai_measures 人工智能基本法=ai_basic_act
    生成式人工智能服务管理暂行办法=china's_generative_ai_measures 标识办法=china_ai_labelling_rules
    算法备案=algorithm_filing 算法推荐=algorithmic_recommendation 前沿=frontier
    发生了什么=what_happened 会发生什么=what_happens 有什么新闻=news 新闻=news 新消息=news
    消息=news 动态=news 变化=changed
    关于=about
    来源=sources 分歧=disagree 矛盾=contradict 未知=unknown
    """,
    "ja": """
    いつ=when から=since 誰=who だれ=who 何=what どの=which どれ=which なぜ=why どう=how
    いくつ=how_many いくら=how_much 使える=can_use 使え=can_use 利用=use 利用可能=available
    アクセス=access 禁止=banned 停止=suspended 許可=allowed 罰金=fine 罰則=penalty 期限=deadline
    締切=deadline 法律=law 法案=bill 規則=regulation 命令=order 大統領令=executive_order 施行=force
    署名=signed 要請=asked 任意=voluntary 義務=requirements 企業=companies 会社=companies
    モデル=model ライセンス=licence 重み=weights 価格=price 言っ=said 発言=said 意味=means
    閾値=threshold 時間=hours 日=days 裁判官=judge 裁判所=court 理由=reason 政府=government
    公開=released 解除=lifted 日本=japan 中国=china 米国=us 人工知能=ai 書簡=letter
    枠組み=framework 合意=accord 安全保障=national_security 制限=limit 再開=restored 草案=draft
    韓国=korea 英国=uk 欧州=eu トランプ=trump 商務省=commerce 外国人=foreign_nationals
    違い=difference 事故=incident 報告=report ホワイトハウス=white_house カリフォルニア=california
    有効=in_force 発効=take_effect 誰が=who まだ=still 提訴=lawsuit 利用者=users 売上=revenue
    基準=threshold 率いる=heads 代表=head トップ=head 復旧=restored 再び=again 最大=maximum
    金額=amount どのくらい=how_long 何日=how_many_days 開発者=developers 適用=applies 拒否権=vetoed
    成立=passed 可決=passed 計算量=compute 監査=audit 州=state 国=country 現在=now すでに=already
    最初=first 最新=latest 訴訟=lawsuit 判決=ruling 執行=enforce 輸出規制=export_control
    輸出=export メンバー=members 知事=governor 大統領=president 今も=still どこ=where 誰に=who
    基本法=basic_act 推進法=ai_promotion_act 一般公開=generally_available 何が起き=what_happened
    何が起こ=what_happened 何がありまし=what_happened 何があり=what_happens ニュース=news
    最新情報=news 何が変わ=what_changed
    について=about
    情報源=sources 食い違=disagree 矛盾=contradict 不明=unknown
    """,
}
